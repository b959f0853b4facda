import type { Logger } from 'pino'
import { every, type Recurring } from '../every.ts'
import type { Inbox } from '../inbox/index.ts'

/** How often the store is asked, in milliseconds: a flood may pass the limit by what comes in one pause. */
const pause = 1000

/** Why no delivery can be taken just now. */
export interface Watch extends Recurring {
  /** Null when all is well. */
  trouble(): 'too much is waiting' | 'the store does not answer' | null
}

/** Keeps an eye on the store: whether it answers, and how many merges wait there to be taken by the engine. */
export async function watchStore(inbox: Inbox, most: number, log: Logger): Promise<Watch> {
  let waiting = await inbox.countPending()
  let answers = true

  const look = async (): Promise<void> => {
    try {
      waiting = await inbox.countPending()
      answers = true
    } catch (error) {
      answers = false
      throw error
    }
  }

  return {
    ...every(pause, 'asking the store', look, log),
    trouble() {
      if (!answers) return 'the store does not answer'
      return waiting >= most ? 'too much is waiting' : null
    },
  }
}
