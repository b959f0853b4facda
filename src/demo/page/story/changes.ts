import { NotReachedError, type Until } from '../../http/index.ts'

/** Somebody who wants to know that something may have changed. */
type Listener = () => void

export interface Changes {
  tell(): void
  /** Gives back how to stop listening. */
  listen(listener: Listener): () => void
}

/** The longest that a timer can wait, in milliseconds. */
const longest = 2 ** 31 - 1

/** Who wants to know, and how to tell them. */
export function createChanges(): Changes {
  const listeners = new Set<Listener>()
  return {
    tell: () => {
      for (const listener of listeners) listener()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Tells every change of a stand-in, until it is closed. */
export async function tellChangesOf(until: Until, changes: Changes): Promise<void> {
  try {
    for (;;) {
      let asked = 0
      await until(() => ++asked > 1, { within: longest })
      changes.tell()
    }
  } catch (error) {
    if (!(error instanceof NotReachedError)) throw error
  }
}
