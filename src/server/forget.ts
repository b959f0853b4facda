import type { Logger } from 'pino'
import type { Engine } from '../durable/index.ts'
import type { Inbox } from '../inbox/index.ts'

/** Of several programs on one store, only one forgets; another takes over after so many milliseconds of silence. */
const right = { name: 'forget', duration: 60_000 }

/** Between two pieces, in milliseconds: deliveries and work have their turn. */
const pause = 100

export interface ForgetServices {
  inbox: Pick<Inbox, 'forget' | 'hold'>
  engine: Pick<Engine, 'forget'>
  /** How long finished work is remembered, in milliseconds. */
  keepFor: number
  /** Milliseconds since 1970. */
  now(): number
  /** Waits so many milliseconds. */
  wait(duration: number): Promise<unknown>
  /** Ends a round after the piece under way. */
  leaving: AbortSignal
  log: Logger
}

/** Forgets piece by piece all that is over for longer than it is remembered. */
export function createForgetter(services: ForgetServices): () => Promise<void> {
  const { inbox, engine, keepFor, now, wait, leaving, log } = services

  return async () => {
    const before = now() - keepFor
    const all = { merges: 0, deliveries: 0, workflows: 0 }
    try {
      while (!leaving.aborted && (await inbox.hold(right.name, right.duration))) {
        const { merges, deliveries } = await inbox.forget(before)
        const workflows = await engine.forget(before)
        if (merges + deliveries + workflows === 0) break
        all.merges += merges
        all.deliveries += deliveries
        all.workflows += workflows
        await wait(pause)
      }
    } finally {
      if (Object.values(all).some((count) => count > 0)) {
        log.info({ ...all, before: new Date(before).toISOString() }, 'what was over was forgotten')
      }
    }
  }
}
