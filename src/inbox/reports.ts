import type { ExpressionBuilder, Kysely, NotNull } from 'kysely'
import type { Logger } from 'pino'
import { mergeKey, type RememberedRun, type Report, reportSchema } from '../resume/index.ts'
import type { Tables } from './database/tables.ts'
import { rememberRuns } from './flow-runs.ts'
import type { Untold, UntoldReport } from './inbox.ts'

/** Stores a merge's newest report; from then on it is untold. */
export async function rememberReport(
  database: Kysely<Tables>,
  report: Report,
  runs: readonly RememberedRun[],
  now: string,
): Promise<void> {
  const key = mergeKey(report.merge)
  await database
    .updateTable('merges')
    .set((row) => ({ report: JSON.stringify(report), report_version: row('report_version', '+', 1) }))
    .where('key', '=', key)
    .execute()
  await rememberRuns(database, key, runs, now)
}

/** The merges that have something to tell, and nobody telling it. */
export async function readUntold(database: Kysely<Tables>, now: string): Promise<Untold[]> {
  return await database
    .selectFrom('merges')
    .select(['key', 'installation'])
    .whereRef('report_version', '>', 'told_version')
    .where(isFree(now))
    .orderBy('recorded_at')
    .execute()
}

/** A report as it is stored. */
interface Claimed {
  key: string
  report: string
  report_version: number
  comment_id: string | null
  tell_failures: number
}

/** Takes a merge's report until a time, unless somebody else (another replica, too) has it. */
export async function claim(
  database: Kysely<Tables>,
  key: string,
  now: string,
  until: string,
): Promise<Claimed | null> {
  const row = await database
    .updateTable('merges')
    .set({ tell_after: until })
    .where('key', '=', key)
    .whereRef('report_version', '>', 'told_version')
    .where('report', 'is not', null)
    .where(isFree(now))
    .returning(['key', 'report', 'report_version', 'comment_id', 'tell_failures'])
    .$narrowType<{ report: NotNull }>()
    .executeTakeFirst()
  return row ?? null
}

/** Null for a report that another version of the program stored in a form that is not known: it stays claimed. */
export function readClaimed(row: Claimed, log: Logger): UntoldReport | null {
  const report = reportSchema.safeParse(JSON.parse(row.report))
  if (!report.success) {
    log.error({ merge: row.key, problem: report.error.message }, 'stored report cannot be read')
    return null
  }
  return {
    key: row.key,
    report: report.data,
    version: row.report_version,
    commentId: row.comment_id,
    failures: row.tell_failures,
  }
}

/** A newer report may have been stored meanwhile: it stays untold. */
export async function noteTold(
  database: Kysely<Tables>,
  { key, version }: UntoldReport,
  commentId: string | null,
): Promise<void> {
  await database
    .updateTable('merges')
    .set({
      told_version: version,
      tell_after: null,
      tell_failures: 0,
      ...(commentId !== null && { comment_id: commentId }),
    })
    .where('key', '=', key)
    .execute()
}

export async function noteNotTold(
  database: Kysely<Tables>,
  { key, failures }: UntoldReport,
  until: string,
): Promise<void> {
  await database
    .updateTable('merges')
    .set({ tell_after: until, tell_failures: failures + 1 })
    .where('key', '=', key)
    .execute()
}

function isFree(now: string) {
  return ({ eb, or }: ExpressionBuilder<Tables, 'merges'>) =>
    or([eb('tell_after', 'is', null), eb('tell_after', '<=', now)])
}
