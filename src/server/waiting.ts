import type { Logger } from 'pino'
import type { Inbox } from '../inbox/index.ts'
import { every, type Recurring } from './every.ts'

/** How often waiting merges are counted, in milliseconds: a flood may pass the limit by what comes in one pause. */
const pause = 1000

/** Keeps an eye on how many merges wait to be taken by the engine. */
export async function watchWaiting(
  inbox: Inbox,
  most: number,
  log: Logger,
): Promise<Recurring & { isFull(): boolean }> {
  let waiting = 0
  const count = async (): Promise<void> => {
    waiting = await inbox.countPending()
  }
  await count()
  return { ...every(pause, 'counting', count, log), isFull: () => waiting >= most }
}
