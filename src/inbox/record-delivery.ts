import type { Transaction } from 'kysely'
import { mergeKey } from '../resume/index.ts'
import type { Tables } from './database/tables.ts'
import type { Delivery } from './delivery.ts'

/** Stores a delivery, and the merge it tells of, unless they are there already. */
export async function recordDelivery(
  transaction: Transaction<Tables>,
  { guid, event, action, repository, number, merged, outcome }: Delivery,
  now: string,
): Promise<void> {
  await transaction
    .insertInto('deliveries')
    .values({
      guid,
      event,
      action,
      repository_id: repository?.id ?? null,
      repository: repository?.fullName ?? null,
      number,
      merge_key: merged === null ? null : mergeKey(merged.merge),
      received_at: now,
      outcome,
      reason: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('guid')
        .doUpdateSet((row) => ({ times_received: row('deliveries.times_received', '+', 1) })),
    )
    .execute()
  if (merged === null) return
  await transaction
    .insertInto('merges')
    .values({
      key: mergeKey(merged.merge),
      merge: JSON.stringify(merged.merge),
      request: JSON.stringify(merged.request),
      recorded_at: now,
      plan: null,
      handed_over_at: null,
      standing: null,
      finished_at: null,
      installation: merged.merge.installationId,
      tell_after: null,
      told_digest: null,
      comment_id: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
