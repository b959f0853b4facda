import type { Kysely } from 'kysely'
import type { Tables } from './database/tables.ts'
import { ForgottenMergeError } from './forgotten-merge-error.ts'
import { finishMerge } from './reports.ts'

/**
 * Asks for a further attempt, of all runs of a merge or of some; from then on the merge is not finished.
 *
 * @returns its number
 * @throws ForgottenMergeError
 */
export async function addAttempt(
  database: Kysely<Tables>,
  mergeKey: string,
  runs: readonly string[] | null,
  now: string,
): Promise<number> {
  for (;;) {
    const attempt = await database.transaction().execute(async (transaction) => {
      // First, so that it cannot be forgotten meanwhile.
      await reopen(transaction, mergeKey)
      return await insertNext(transaction, mergeKey, runs, now)
    })
    // Somebody else may have taken the number at the same moment.
    if (attempt !== null) return attempt
  }
}

async function reopen(database: Kysely<Tables>, mergeKey: string): Promise<void> {
  const reopened = await database
    .updateTable('merges')
    .set({ finished_at: null })
    .where('key', '=', mergeKey)
    .returning('key')
    .executeTakeFirst()
  if (reopened === undefined) throw new ForgottenMergeError(mergeKey)
}

async function insertNext(
  database: Kysely<Tables>,
  mergeKey: string,
  runs: readonly string[] | null,
  now: string,
): Promise<number | null> {
  const newest = Math.max(
    1,
    await newestIn(database, 'attempts', mergeKey),
    // One that was taken back at the moment at which it was handed over has left its traces here only.
    await newestIn(database, 'flow_runs', mergeKey),
  )
  const added = await database
    .insertInto('attempts')
    .values({
      merge_key: mergeKey,
      attempt: newest + 1,
      runs: runs === null ? null : JSON.stringify(runs),
      asked_at: now,
      handed_over_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('attempt')
    .executeTakeFirst()
  return added?.attempt ?? null
}

async function newestIn(
  database: Kysely<Tables>,
  table: 'attempts' | 'flow_runs',
  mergeKey: string,
): Promise<number> {
  const { newest } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.max('attempt').as('newest'))
    .where('merge_key', '=', mergeKey)
    .executeTakeFirstOrThrow()
  return newest ?? 0
}

/** Takes an attempt back, unless it was handed over already; whether that was in time. What was finished is so again. */
export async function withdrawAttempt(
  database: Kysely<Tables>,
  mergeKey: string,
  attempt: number,
  now: string,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    const deleted = await transaction
      .deleteFrom('attempts')
      .where('merge_key', '=', mergeKey)
      .where('attempt', '=', attempt)
      .where('handed_over_at', 'is', null)
      .returning('attempt')
      .executeTakeFirst()
    if (deleted === undefined) return false
    await finishMerge(transaction, mergeKey, now)
    return true
  })
}
