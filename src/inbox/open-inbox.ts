import type { Logger } from 'pino'
import { type InboxStorage, openDatabase } from './database/open-database.ts'
import { readFollowed } from './flow-runs.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Inbox } from './inbox.ts'
import { countPending, dropRequest, readPending, readPendingKeys } from './pending-merges.ts'
import { recordDelivery } from './record-delivery.ts'
import { claim, noteNotTold, noteTold, readClaimed, readUntold, rememberReport } from './reports.ts'

/** Opens the inbox; its tables are made or brought up to date. */
export async function openInbox(storage: InboxStorage, log: Logger): Promise<Inbox> {
  const database = await openDatabase(storage, log)
  const commit = createGroupCommit(database)
  const now = (): string => new Date().toISOString()
  const inFuture = (duration: number): string => new Date(Date.now() + duration).toISOString()

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
    pendingKeys: () => readPendingKeys(database),
    countPending: () => countPending(database),
    handedOver: (key, plan) => commit((transaction) => dropRequest(transaction, key, plan, now())),
    remember: (report, runs) => commit((transaction) => rememberReport(transaction, report, runs, now())),
    followed: () => readFollowed(database),
    untold: () => readUntold(database, now()),
    async claimUntold(key, duration) {
      const claimed = await commit((transaction) => claim(transaction, key, now(), inFuture(duration)))
      return claimed === null ? null : readClaimed(claimed, log)
    },
    told: (report, commentId) => commit((transaction) => noteTold(transaction, report, commentId)),
    notTold: (report, pause) => commit((transaction) => noteNotTold(transaction, report, inFuture(pause))),
    close: () => database.destroy(),
  }
}
