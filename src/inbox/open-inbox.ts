import { type InboxStorage, openDatabase } from './database/open-database.ts'
import { readFollowed, rememberRuns } from './flow-runs.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Inbox } from './inbox.ts'
import { countPending, dropRequest, readAllPending, readPending } from './pending-merges.ts'
import { recordDelivery } from './record-delivery.ts'

/** Opens the inbox; its tables are made or brought up to date. */
export async function openInbox(storage: InboxStorage): Promise<Inbox> {
  const database = await openDatabase(storage)
  const commit = createGroupCommit(database)
  const now = (): string => new Date().toISOString()

  return {
    record: (delivery) => commit((transaction) => recordDelivery(transaction, delivery, now())),
    async delivery(guid) {
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
    },
    async settle(guid, outcome) {
      await commit((transaction) =>
        transaction.updateTable('deliveries').set({ outcome }).where('guid', '=', guid).execute(),
      )
    },
    pending: (key) => readPending(database, key),
    allPending: () => readAllPending(database),
    countPending: () => countPending(database),
    handedOver: (key, plan) => commit((transaction) => dropRequest(transaction, key, plan, now())),
    remember: (key, runs) => commit((transaction) => rememberRuns(transaction, key, runs, now())),
    followed: () => readFollowed(database),
    async commentId(key) {
      const row = await database
        .selectFrom('merges')
        .select('comment_id')
        .where('key', '=', key)
        .executeTakeFirst()
      return row?.comment_id ?? null
    },
    async rememberComment(key, commentId) {
      await commit((transaction) =>
        transaction.updateTable('merges').set({ comment_id: commentId }).where('key', '=', key).execute(),
      )
    },
    close: () => database.destroy(),
  }
}
