import type { Kysely } from 'kysely'
import type { Tables } from './database/tables.ts'
import type { StoredDelivery } from './inbox.ts'

export async function readDelivery(database: Kysely<Tables>, guid: string): Promise<StoredDelivery | null> {
  const row = await database
    .selectFrom('deliveries')
    .select(['guid', 'merge_key', 'times_received', 'outcome'])
    .where('guid', '=', guid)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    guid: row.guid,
    mergeKey: row.merge_key,
    timesReceived: row.times_received,
    outcome: row.outcome,
  }
}

/** Notes what was decided about a delivery. */
export async function settleDelivery(
  database: Kysely<Tables>,
  guid: string,
  outcome: string,
  reason: string | null,
): Promise<void> {
  await database.updateTable('deliveries').set({ outcome, reason }).where('guid', '=', guid).execute()
}
