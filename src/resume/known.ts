import { PrefectError, type ReadOptions } from '../prefect/index.ts'

/**
 * What is only told must not keep anybody waiting: with its second try it is over before people expect a comment, which
 * is after ten seconds. The time-out is in milliseconds.
 */
export const quickly: ReadOptions = { retries: 1, timeout: 4000 }

/** What a call gives; undefined where Prefect does not let us know: a role may run flows and not see workers. */
export async function known<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (error instanceof PrefectError) return undefined
    throw error
  }
}
