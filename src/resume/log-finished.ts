import type { Logger } from 'pino'
import { mergeKey } from './merge.ts'
import type { Report } from './report.ts'

/** One wide line for a finished piece of work; none where nothing ended. @param now in milliseconds since 1970 */
export function logFinished(report: Report | null, now: number, log: Logger): void {
  if (report === null) return
  const { merge, standing, runs, beyondLimit } = report
  log.info(
    {
      merge: mergeKey(merge),
      repository: merge.repository.fullName,
      number: merge.number,
      installation: merge.installationId,
      decision: standing.kind,
      ...(standing.kind === 'skipped' && { reason: standing.because, detail: standing.detail }),
      runs: runs.map(({ id, attempt, outcome, was, now }) => ({
        flow_run: id,
        attempt,
        decision: outcome.kind,
        ...('why' in outcome && { reason: outcome.why.reason }),
        ...('obstacle' in outcome && { reason: outcome.obstacle.because }),
        was: was?.name,
        now: now?.name,
      })),
      beyond_limit: beyondLimit,
      duration: now - Date.parse(merge.mergedAt),
    },
    'merge finished',
  )
}
