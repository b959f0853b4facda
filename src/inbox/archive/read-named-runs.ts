import type { Kysely, Selectable } from 'kysely'
import { type Plan, runReportSchema } from '../../resume/index.ts'
import type { Tables } from '../database/tables.ts'
import type { NamedRun, RunAttempt } from './dossier.ts'
import { parseDocument } from './parse-document.ts'

/** The runs that a plan holds, with what became of each in every attempt. @throws UnknownFormError */
export async function readNamedRuns(
  database: Kysely<Tables>,
  mergeKey: string,
  plan: Plan,
): Promise<NamedRun[]> {
  const rows = await database
    .selectFrom('flow_runs')
    .selectAll()
    .where('merge_key', '=', mergeKey)
    .orderBy('attempt')
    .execute()
  const byRun = Map.groupBy(rows, ({ flow_run_id }) => flow_run_id)
  return plan.runs.map(({ why, ...named }) => ({
    ...named,
    acts: why?.reason !== 'only-mentioned',
    why,
    attempts: (byRun.get(named.id) ?? []).map(toAttempt),
  }))
}

function toAttempt(row: Selectable<Tables['flow_runs']>): RunAttempt {
  const { id: _, url: __, ...report } = parseDocument(runReportSchema, row.report, `the report of ${row.key}`)
  return {
    ...report,
    servedBy: row.workspace,
    open: row.open === 1,
    changedAt: row.changed_at,
    lookAt: row.look_at,
    followUntil: row.follow_until,
  }
}
