import type { Logger } from 'pino'
import { every, type Recurring } from '../every.ts'
import type { Inbox } from '../inbox/index.ts'

/** How often the store is asked, in milliseconds: a flood may pass the limit by what comes in one pause. */
const pause = 1000

/** Why no delivery can be taken just now. */
export interface Watch extends Recurring {
  /** Null when all is well. */
  trouble(): 'too much is waiting' | 'the store does not answer' | 'the store cannot be written' | null
  /** Notes that something could not be stored: from then on it is tried whether the store can be written. */
  failed(): void
}

/** Keeps an eye on the store: whether it answers and can be written, and how many merges wait. */
export async function watchStore(inbox: Inbox, most: number, log: Logger): Promise<Watch> {
  let waiting = await inbox.countWaiting()
  let answers = true
  let writes = true

  const look = async (): Promise<void> => {
    try {
      waiting = await inbox.countWaiting()
      answers = true
    } catch (error) {
      answers = false
      throw error
    }
    if (writes) return
    await inbox.tryToWrite()
    writes = true
    log.info('the store can be written again')
  }

  return {
    ...every(pause, 'asking the store', look, log),
    trouble() {
      if (!answers) return 'the store does not answer'
      if (!writes) return 'the store cannot be written'
      return waiting >= most ? 'too much is waiting' : null
    },
    failed() {
      writes = false
    },
  }
}
