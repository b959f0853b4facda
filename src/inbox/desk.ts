import { addAttempt, withdrawAttempt } from './attempts.ts'
import { openExisting } from './database/open-existing.ts'
import type { InboxStorage } from './database/storage.ts'

/** The inbox for people who want something of the server that keeps it. */
export interface Desk {
  /** Asks for a further attempt, of all runs of a merge (null) or of some; gives its number. @throws ForgottenMergeError */
  ask(mergeKey: string, runs: readonly string[] | null): Promise<number>
  /** Takes an attempt back, unless the server has it already; whether that was in time. */
  withdraw(mergeKey: string, attempt: number): Promise<boolean>
  close(): Promise<void>
}

/**
 * Opens the inbox of a server, which may be running.
 *
 * @throws MissingStoreError, OtherVersionError
 */
export async function openDesk(storage: InboxStorage): Promise<Desk> {
  const database = await openExisting(storage, 'write')
  return {
    ask: (mergeKey, runs) => addAttempt(database, mergeKey, runs, new Date().toISOString()),
    withdraw: (mergeKey, attempt) => withdrawAttempt(database, mergeKey, attempt, new Date().toISOString()),
    close: () => database.destroy(),
  }
}
