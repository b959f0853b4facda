import type { Logger } from 'pino'
import { openDatabase } from './database/open-database.ts'
import type { InboxStorage } from './database/storage.ts'
import { readDelivery, settleDelivery } from './deliveries.ts'
import { createFileMemory } from './files.ts'
import { forgetSome } from './forget.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Inbox } from './inbox.ts'
import { createMissedDeliveries } from './missed-deliveries.ts'
import { noteAttemptTaken, readPendingAttempts } from './pending-attempts.ts'
import { countWaiting, noteHandedOver, readPending, readPendingKeys } from './pending-merges.ts'
import { recordDelivery } from './record-delivery.ts'
import { createReportStore } from './report-store.ts'
import { createRights } from './rights.ts'
import {
  claimReport,
  countWrites,
  keepClaim,
  noteNotTold,
  noteTold,
  noteWrite,
  readClaimed,
  readUntold,
} from './telling.ts'

/** Opens the inbox; its tables are made or brought up to date. */
export async function openInbox(storage: InboxStorage, log: Logger): Promise<Inbox> {
  const database = await openDatabase(storage, log)
  const commit = createGroupCommit(database)
  const rights = createRights(database, Date.now)
  const now = (): string => new Date().toISOString()
  const inFuture = (duration: number): string => new Date(Date.now() + duration).toISOString()

  return {
    ...createReportStore(database, commit, rights),
    files: createFileMemory(database, commit),
    missed: createMissedDeliveries(database, commit),
    letGo: (right) => rights.letGo(right),
    record: (delivery) => commit((transaction) => recordDelivery(transaction, delivery, now())),
    delivery: (guid) => readDelivery(database, guid),
    settle: (guid, outcome, reason) =>
      commit((transaction) => settleDelivery(transaction, guid, outcome, reason)),
    pending: (key) => readPending(database, key),
    pendingKeys: () => readPendingKeys(database),
    countWaiting: () => countWaiting(database),
    handedOver: (key, plan) => commit((transaction) => noteHandedOver(transaction, key, plan, now())),
    pendingAttempts: () => readPendingAttempts(database, log),
    attemptTaken: (mergeKey, attempt) =>
      commit((transaction) => noteAttemptTaken(transaction, mergeKey, attempt, now())),
    untold: () => readUntold(database, now()),
    async claimUntold(key, duration) {
      const claimed = await commit((transaction) => claimReport(transaction, key, now(), inFuture(duration)))
      return claimed === null ? null : await readClaimed(database, claimed, log)
    },
    keepClaim: (key, duration) => commit((transaction) => keepClaim(transaction, key, inFuture(duration))),
    told: (report, told, pause) =>
      commit((transaction) => noteTold(transaction, report, told, pause === 0 ? null : inFuture(pause))),
    notTold: (report, pause) => commit((transaction) => noteNotTold(transaction, report, inFuture(pause))),
    writesOf: (installation) => countWrites(database, installation, Date.now()),
    wrote: (installation) => commit((transaction) => noteWrite(transaction, installation, Date.now())),
    tryToWrite: () => rights.touch(),
    forget: (before) => forgetSome(database, new Date(before).toISOString()),
    async close() {
      try {
        await rights.release()
      } finally {
        await database.destroy()
      }
    },
  }
}
