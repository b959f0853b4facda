import { mergeName, type Report, type RunReport } from '../../resume/index.ts'
import { bullets } from './blocks.ts'
import { command, shellWord } from './command.ts'
import { runName } from './names.ts'
import { badEnd, isAhead } from './run-phase.ts'

const where = 'where the server of this app runs, for example as the last step of a deploy workflow'

/** How people ask for a merge once more. @param run null for all runs that it names */
export function resumeCommand({ merge, runs }: Report, run: RunReport | null): string {
  const only = run === null || runs.length < 2 ? [] : ['--run', shellWord(run.id, 'ID')]
  return command('resume-on-merge resume', shellWord(mergeName(merge), 'OWNER/REPOSITORY#NUMBER'), ...only)
}

/** How to resume the runs once more that this helps; empty where there is none. */
export function resumeOnceMore(report: Report, runs: readonly RunReport[]): string {
  const helped = runs.flatMap((run) => {
    const reason = reasonToAsk(run)
    return reason === null ? [] : { run, reason }
  })
  const [first] = helped
  if (first === undefined) return ''
  const fix = helped.some(({ run }) => badEnd(run) !== null)
    ? 'name it in the pull request of the next fix, or '
    : ''
  if (report.runs.length === 1) {
    return `To resume it ${first.reason}, ${fix}run ${resumeCommand(report, first.run)} ${where}.`
  }
  const items = helped.map(({ run, reason }) => `${runName(run)} ${reason}: ${resumeCommand(report, run)}`)
  return `To resume one of these, ${fix}run its command ${where}:\n\n${bullets(items)}`
}

/** When asking again may resume the run; null where it does not help. */
function reasonToAsk(run: RunReport): string | null {
  if (badEnd(run) !== null) return 'once more'
  if (isAhead(run)) return run.outlook?.needsDeploy === true ? 'once more after the deploy' : null
  const { outcome } = run
  if (outcome.kind === 'given-up') return 'now'
  return outcome.kind === 'left-alone' ? (reasons.get(outcome.why.reason) ?? null) : null
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['too-old', 'all the same'],
  ['refused', 'later'],
  ['deployment-not-allowed', 'once that is allowed'],
])
