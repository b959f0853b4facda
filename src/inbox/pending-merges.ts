import type { ExpressionBuilder, Kysely, NotNull } from 'kysely'
import { mergeSchema, type Plan } from '../resume/index.ts'
import type { Tables } from './database/tables.ts'
import { storedRequestSchema } from './delivery.ts'
import type { PendingMerge } from './inbox.ts'

export async function readPending(database: Kysely<Tables>, key: string): Promise<PendingMerge | null> {
  const row = await selectPending(database).where('key', '=', key).executeTakeFirst()
  return row === undefined ? null : toPending(row)
}

export async function readPendingKeys(database: Kysely<Tables>): Promise<string[]> {
  const rows = await selectPending(database).clearSelect().select('key').orderBy('recorded_at').execute()
  return rows.map(({ key }) => key)
}

/** Counts the merges that nobody has taken up, and those with a run that could not be resumed or left alone yet. */
export async function countWaiting(database: Kysely<Tables>): Promise<number> {
  const { count } = await database
    .selectFrom('merges')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('finished_at', 'is', null)
    .where(isWaiting)
    .executeTakeFirstOrThrow()
  return Number(count)
}

function isWaiting({ or, not, exists, selectFrom }: ExpressionBuilder<Tables, 'merges'>) {
  const runs = selectFrom('flow_runs').select('key').whereRef('flow_runs.merge_key', '=', 'merges.key')
  return or([not(exists(runs)), exists(runs.where('open', '=', 1).where('following', '=', 0))])
}

/**
 * Notes that the engine has the work; what the payload held is not kept longer than it is needed. A merge that names no
 * run is finished by that: the engine gets nothing to do.
 */
export async function noteHandedOver(
  database: Kysely<Tables>,
  key: string,
  plan: Plan,
  now: string,
): Promise<void> {
  await database
    .updateTable('merges')
    .set({
      plan: JSON.stringify(plan),
      handed_over_at: now,
      request: null,
      ...(plan.runs.length === 0 && { finished_at: now }),
    })
    .where('key', '=', key)
    .execute()
}

function selectPending(database: Kysely<Tables>) {
  return database
    .selectFrom('merges')
    .select(['key', 'merge', 'request'])
    .where('handed_over_at', 'is', null)
    .where('request', 'is not', null)
    .$narrowType<{ request: NotNull }>()
}

function toPending(row: { key: string; merge: string; request: string }): PendingMerge {
  return {
    key: row.key,
    merge: mergeSchema.parse(JSON.parse(row.merge)),
    request: storedRequestSchema.parse(JSON.parse(row.request)),
  }
}
