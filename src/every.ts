import type { Logger } from 'pino'

/** Work that comes again and again, never twice at the same moment. */
export interface Recurring {
  /** No more rounds; resolves when the one under way is over. */
  stop(): Promise<void>
}

/**
 * Does `work` with `pause` milliseconds between two rounds. A round that fails is logged; the next one comes.
 *
 * @param first the pause before the first round, in milliseconds
 */
export function every(
  pause: number,
  name: string,
  work: () => Promise<void>,
  log: Logger,
  first: number = pause,
): Recurring {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  function schedule(after: number): void {
    timer = setTimeout(() => {
      round = work()
        .catch((error: unknown) => log.error({ err: error }, `${name} failed; it is tried again`))
        .finally(() => {
          if (!stopped) schedule(pause)
        })
    }, after)
  }

  schedule(first)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
