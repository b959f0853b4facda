import type { Kysely } from 'kysely'
import type { Tables } from './database/tables.ts'
import type { Forgotten } from './inbox.ts'
import { isDone } from './reports.ts'

/** So many at most are deleted in one transaction: deliveries and work have their turn in between. */
const atOnce = { merges: 25, deliveries: 100 }

/**
 * Deletes some of the merges that were finished before a time (ISO 8601), with their runs and attempts, and some of the
 * deliveries that were received before it and tell of no merge that is still there.
 */
export async function forgetSome(database: Kysely<Tables>, before: string): Promise<Forgotten> {
  return {
    merges: await forgetMerges(database, before),
    deliveries: await forgetDeliveries(database, before),
  }
}

async function forgetMerges(database: Kysely<Tables>, before: string): Promise<number> {
  return await database.transaction().execute(async (transaction) => {
    const deleted = await transaction
      .deleteFrom('merges')
      .where('key', 'in', findOldMerges(transaction, before))
      // Once more, for Postgres: somebody may have asked for another attempt at this moment.
      .where('finished_at', '<', before)
      .returning('key')
      .execute()
    if (deleted.length === 0) return 0
    const keys = deleted.map(({ key }) => key)
    await transaction.deleteFrom('flow_runs').where('merge_key', 'in', keys).execute()
    await transaction.deleteFrom('attempts').where('merge_key', 'in', keys).execute()
    return keys.length
  })
}

async function forgetDeliveries(database: Kysely<Tables>, before: string): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('deliveries')
    .where('guid', 'in', findOldDeliveries(database, before))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Merges that were taken up and finished before a time, of which people were told, and of which nothing is wanted. */
export function findOldMerges(database: Kysely<Tables>, before: string) {
  return database
    .selectFrom('merges')
    .select('key')
    .where('finished_at', '<', before)
    .where('handed_over_at', 'is not', null)
    .whereRef('told_version', '>=', 'report_version')
    .where(isDone)
    .orderBy('finished_at')
    .limit(atOnce.merges)
}

/** Deliveries that were received before a time, and tell of no merge that is still there. */
export function findOldDeliveries(database: Kysely<Tables>, before: string) {
  return database
    .selectFrom('deliveries')
    .select('guid')
    .where('received_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('merges').select('key').whereRef('merges.key', '=', 'deliveries.merge_key'))),
    )
    .orderBy('received_at')
    .limit(atOnce.deliveries)
}
