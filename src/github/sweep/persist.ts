import { isUnclear } from '../unclear-comment-error.ts'

/** Before the second and the third try, in milliseconds. */
const pauses = [1000, 4000]

/**
 * Tries a call up to three times, while GitHub does not answer or is ill. Only for calls that may have their effect
 * twice.
 */
export async function persist<Result>(
  call: () => Promise<Result>,
  wait: (duration: number) => Promise<void>,
  leaving: AbortSignal,
): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await call()
    } catch (error) {
      leaving.throwIfAborted()
      if (!isUnclear(error)) throw error
      await wait(pause)
    }
  }
  return await call()
}
