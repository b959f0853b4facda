import { every } from '../every.ts'
import type { ResumeServices } from './services.ts'

/** Does `work` when all earlier work of the same key is over. */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * A right lasts so long, in milliseconds, and is kept as often as that while the work goes on: a killed program keeps
 * others waiting, its own next start among them, but not for longer than the engine does.
 */
const right = { lasts: 30_000, kept: 10_000 }

/** Between two looks whether another program is done, in milliseconds. */
const pause = 100

/**
 * Lets one piece of work a key run at a moment, whichever program on the store does it; the others wait for their turn.
 *
 * Two merges that name one flow run must not both find it failed and both set it: the second would put a run
 * that a worker already has back to Scheduled, and it would run twice.
 */
export function createOneAtATime(services: Pick<ResumeServices, 'store' | 'wait' | 'log'>): OneAtATime {
  const { store, wait, log } = services
  const last = new Map<string, Promise<unknown>>()

  async function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
    const name = `act on ${key}`
    const hold = () => store.hold(name, right.lasts)
    while (!(await hold())) await wait(pause)
    const keeping = every(right.kept, 'keeping a right', async () => void (await hold()), log)
    try {
      return await work()
    } finally {
      await keeping.stop()
      await store.letGo(name)
    }
  }

  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    // Within a program, a right is everybody's.
    const mine = before.then(
      () => alone(key, work),
      () => alone(key, work),
    )
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
