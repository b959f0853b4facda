import { NotReachedError } from './not-reached-error.ts'

/** What a predicate gives while it does not hold. */
type NotYet = undefined | null | false | 0 | ''

export interface UntilOptions {
  /** In milliseconds. @default 10_000 */
  within?: number
  /** What is waited for, in the words of the error. */
  what?: string
}

/** Resolves to the predicate's value once it holds; asked again at each change. @throws NotReachedError */
export type Until = <Value>(predicate: () => Value | NotYet, options?: UntilOptions) => Promise<Value>

export interface Watch {
  /** To be called whenever something has changed. */
  changed(): void
  until: Until
  /** Rejects whatever is still being waited for. */
  end(): void
}

/** @param describe what the stand-in has seen so far, for the error */
export function createWatch(describe: () => string): Watch {
  const waiting = new Set<{ ask(): void; giveUp(why: string): void }>()

  const until: Until = (predicate, { within = 10_000, what = 'What was waited for' } = {}) =>
    new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(deadline)
        waiting.delete(waiter)
      }
      const waiter = {
        ask() {
          try {
            const value = predicate()
            if (!value) return
            resolve(value)
          } catch (error) {
            reject(error)
          }
          done()
        },
        giveUp(why: string) {
          done()
          reject(new NotReachedError(what, why, describe()))
        },
      }
      const deadline = setTimeout(() => waiter.giveUp(`within ${within} ms`), within)
      waiting.add(waiter)
      waiter.ask()
    })

  return {
    until,
    changed: () => {
      for (const { ask } of [...waiting]) ask()
    },
    end: () => {
      for (const { giveUp } of [...waiting]) giveUp('before the stand-in was closed')
    },
  }
}
