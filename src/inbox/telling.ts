import type { ExpressionBuilder, Kysely, Selectable } from 'kysely'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Tables } from './database/tables.ts'
import type { Told, Untold, UntoldReport } from './inbox.ts'
import { readReport } from './reports.ts'

/** How long what was written counts for GitHub's limits, in milliseconds. */
const countedFor = 3_600_000

const alertsSchema = z.array(z.string())

/** The merges that have something to tell, and nobody telling it: the urgent ones first, then the oldest. */
export async function readUntold(database: Kysely<Tables>, now: string): Promise<Untold[]> {
  const rows = await database
    .selectFrom('merges')
    .select(['key', 'installation', 'finished_at', 'comment_id'])
    .whereRef('report_version', '>', 'told_version')
    .where(isFree(now))
    .orderBy('recorded_at')
    .execute()
  const untold = rows.map(({ key, installation, finished_at, comment_id }) => ({
    key,
    installation,
    isUrgent: finished_at !== null || comment_id === null,
  }))
  return untold.toSorted((left, right) => Number(right.isUrgent) - Number(left.isUrgent))
}

/** Takes a merge's report until a time, unless somebody else (another replica, too) has it. */
export async function claimReport(
  database: Kysely<Tables>,
  key: string,
  now: string,
  until: string,
): Promise<ClaimedRow | null> {
  const row = await database
    .updateTable('merges')
    .set({ tell_after: until })
    .where('key', '=', key)
    .whereRef('report_version', '>', 'told_version')
    .where(isFree(now))
    .returning(claimed)
    .executeTakeFirst()
  return row ?? null
}

const claimed = [
  'key',
  'merge',
  'plan',
  'standing',
  'report_version',
  'comment_id',
  'told_digest',
  'tells',
  'tell_failures',
  'alerts',
] as const

type ClaimedRow = Pick<Selectable<Tables['merges']>, (typeof claimed)[number]>

export async function keepClaim(database: Kysely<Tables>, key: string, until: string): Promise<void> {
  await database.updateTable('merges').set({ tell_after: until }).where('key', '=', key).execute()
}

/** Null for what another version of the program stored in a form that is not known: it stays claimed. */
export async function readClaimed(
  database: Kysely<Tables>,
  row: ClaimedRow,
  log: Logger,
): Promise<UntoldReport | null> {
  try {
    const report = await readReport(database, row)
    if (report === null) return null
    return {
      key: row.key,
      report,
      version: row.report_version,
      commentId: row.comment_id,
      digest: row.told_digest,
      tells: row.tells,
      failures: row.tell_failures,
      alerts: alertsSchema.parse(JSON.parse(row.alerts)),
    }
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    log.error({ merge: row.key, problem: error.message }, 'stored report cannot be read')
    return null
  }
}

/** A newer report may have been stored meanwhile: it stays untold. */
export async function noteTold(
  database: Kysely<Tables>,
  { key, version }: UntoldReport,
  { commentId, digest, alerts, writes }: Told,
  until: string | null,
): Promise<void> {
  await database
    .updateTable('merges')
    .set((row) => ({
      told_version: version,
      tell_after: until,
      tell_failures: 0,
      tells: row('tells', '+', writes),
      told_digest: digest,
      comment_id: commentId,
      alerts: JSON.stringify(alerts),
    }))
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

/** Counts what was written for an installation within the last hour. */
export async function countWrites(
  database: Kysely<Tables>,
  installation: string,
  now: number,
): Promise<number> {
  const { count } = await database
    .selectFrom('writes')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('installation', '=', installation)
    .where('at', '>', new Date(now - countedFor).toISOString())
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Notes something written; what no longer counts is forgotten. */
export async function noteWrite(database: Kysely<Tables>, installation: string, now: number): Promise<void> {
  const at = new Date(now).toISOString()
  await database.insertInto('writes').values({ installation, at }).execute()
  const old = new Date(now - countedFor).toISOString()
  await database
    .deleteFrom('writes')
    .where('installation', '=', installation)
    .where('at', '<=', old)
    .execute()
}

function isFree(now: string) {
  return ({ eb, or }: ExpressionBuilder<Tables, 'merges'>) =>
    or([eb('tell_after', 'is', null), eb('tell_after', '<=', now)])
}
