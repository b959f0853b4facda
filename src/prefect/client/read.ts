import { setTimeout } from 'node:timers/promises'
import type { z } from 'zod'
import { PrefectUnreachableError } from '../errors/index.ts'
import { expectBody } from './expect.ts'
import type { PrefectClientOptions } from './options.ts'
import { isPassing, pauseBeforeRetry } from './retry.ts'
import type { Answer, Call, Transport } from './transport.ts'

export interface Reader {
  /** @throws PrefectError */
  read<T>(call: Call, schema: z.ZodType<T>): Promise<T>
  /** As `read`; null where Prefect knows nothing of that id. */
  find<T>(call: Call, schema: z.ZodType<T>): Promise<T | null>
}

/** Calls that change nothing: they are repeated while that may help. */
export function createReader(transport: Transport, options: PrefectClientOptions): Reader {
  const { maxRetries, signal } = options
  const wait = options.wait ?? ((duration) => setTimeout(duration, undefined, signal && { signal }))

  async function persist(call: Call): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const result = await attempt(call)
      const last = tries > maxRetries || signal?.aborted === true
      const retryAfter = result instanceof PrefectUnreachableError ? null : result.retryAfter
      const pause = last ? null : pauseBeforeRetry(tries, retryAfter, Date.now())
      if (result instanceof PrefectUnreachableError) {
        if (pause === null) throw result
      } else if (!isPassing(result.status) || pause === null) {
        return result
      }
      await wait(pause)
    }
  }

  async function attempt(call: Call): Promise<Answer | PrefectUnreachableError> {
    try {
      return await transport(call)
    } catch (error) {
      if (error instanceof PrefectUnreachableError) return error
      throw error
    }
  }

  return {
    async read(call, schema) {
      return expectBody(transport.host, call, await persist(call), schema)
    },
    async find(call, schema) {
      const answer = await persist(call)
      return answer.status === 404 ? null : expectBody(transport.host, call, answer, schema)
    },
  }
}
