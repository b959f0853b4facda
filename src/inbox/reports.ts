import type { ExpressionBuilder, Kysely } from 'kysely'
import {
  type Merge,
  mergeSchema,
  planSchema,
  type Report,
  type RunReport,
  type Standing,
  standingSchema,
  tellingAttempt,
} from '../resume/index.ts'
import type { Tables } from './database/tables.ts'
import { parseReport } from './flow-runs.ts'

/** What a merge's report is made of beside its runs, as it is stored. */
export interface StoredMerge {
  key: string
  merge: string
  plan: string | null
  standing: string | null
}

/** The report of a merge, each run as the attempt left it that tells how it stands; null while nothing is known of it. */
export async function readReport(database: Kysely<Tables>, stored: StoredMerge): Promise<Report | null> {
  if (stored.standing === null) return null
  return {
    merge: parseMerge(stored.merge),
    standing: standingSchema.parse(JSON.parse(stored.standing)),
    runs: telling(await readAllRuns(database, stored.key)),
    beyondLimit: stored.plan === null ? 0 : planSchema.parse(JSON.parse(stored.plan)).beyondLimit,
  }
}

/** All that is stored of a merge's runs, in the order of the pull request, older attempts first. */
export async function readAllRuns(database: Kysely<Tables>, mergeKey: string): Promise<RunReport[]> {
  const rows = await database
    .selectFrom('flow_runs')
    .select('report')
    .where('merge_key', '=', mergeKey)
    .orderBy('position')
    .orderBy('attempt')
    .execute()
  return rows.map(({ report }) => parseReport(report))
}

/** Stores what holds for a merge that is being worked on, and counts a new report of it. */
export async function noteStanding(database: Kysely<Tables>, key: string, standing: Standing): Promise<void> {
  await database
    .updateTable('merges')
    .set((row) => ({
      standing: JSON.stringify(standing),
      report_version: row('report_version', '+', 1),
      finished_at: null,
    }))
    .where('key', '=', key)
    .execute()
}

/** Notes that a merge is done; gives its report when it was not before. */
export async function finishMerge(
  database: Kysely<Tables>,
  key: string,
  now: string,
): Promise<StoredMerge | null> {
  const row = await database
    .updateTable('merges')
    .set({ finished_at: now })
    .where('key', '=', key)
    .where('finished_at', 'is', null)
    .where(isDone)
    .returning(['key', 'merge', 'plan', 'standing'])
    .executeTakeFirst()
  return row ?? null
}

/** No run is open, and no attempt waits to be handed over. */
export function isDone({ and, not, exists, selectFrom }: ExpressionBuilder<Tables, 'merges'>) {
  const open = selectFrom('flow_runs')
    .select('key')
    .whereRef('flow_runs.merge_key', '=', 'merges.key')
    .where('open', '=', 1)
  const asked = selectFrom('attempts')
    .select('attempt')
    .whereRef('attempts.merge_key', '=', 'merges.key')
    .where('attempts.handed_over_at', 'is', null)
  return and([not(exists(open)), not(exists(asked))])
}

export function parseMerge(merge: string): Merge {
  return mergeSchema.parse(JSON.parse(merge))
}

function telling(runs: readonly RunReport[]): RunReport[] {
  return [...Map.groupBy(runs, ({ id }) => id).values()].flatMap((attempts) => tellingAttempt(attempts) ?? [])
}
