/** Does `work` when all earlier work of the same key is over. */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * Lets one piece of work a key run at a moment; the others wait for their turn.
 *
 * Two merges that name one flow run must not both find it failed and both set it: the second would put a run
 * that a worker already has back to Scheduled, and it would run twice.
 */
export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>()

  return async (key, work) => {
    const before = last.get(key)
    const mine = (before ?? Promise.resolve()).then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
