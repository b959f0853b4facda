import type { Logger } from 'pino'
import type { Probot } from 'probot'
import type { ReceivedRequest } from '../github/index.ts'

type ProbotEvent = Parameters<Probot['receive']>[0]

/** Gives stored deliveries to the Probot app, after they were answered. */
export interface Take {
  take(delivery: ReceivedRequest): void
  /** Resolves when all that was given has been handled. */
  taken(): Promise<void>
}

/** What fails here is not lost: it is stored, and taken up again later. */
export function createTake(probot: Probot, log: Logger): Take {
  const underWay = new Set<Promise<void>>()

  return {
    take({ guid, event, payload }) {
      // GitHub signed the payload, and the app reads it with a schema of its own.
      const handled = probot
        .receive({ id: guid, name: event, payload } as ProbotEvent)
        .catch((error: unknown) => log.error({ err: error, delivery: guid }, 'delivery is tried again later'))
        .finally(() => underWay.delete(handled))
      underWay.add(handled)
    },
    async taken() {
      await Promise.all(underWay)
    },
  }
}
