import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Reader } from './read.ts'
import type { Answer } from './transport.ts'

/** Headers for writes to a server with CSRF protection. */
export interface Csrf {
  /** The token's headers; none as long as the server never asked for one. */
  headers(): Promise<Record<string, string>>
  /** Whether the server refused a write for the lack of a (good) token: then it did nothing, and wants a new one. */
  wantsToken(answer: Answer): boolean
}

const tokenSchema = z.object({ token: z.string(), expiration: z.iso.datetime({ offset: true, local: true }) })
const refusalSchema = z.object({ detail: z.string().optional(), exception_message: z.string().optional() })

/** A token that ends within this time is not used any more, in milliseconds. */
const margin = 10_000

/** Tokens are asked for only after the server demanded one: most servers have no CSRF protection. */
export function createCsrf(reader: Reader): Csrf {
  const client = randomUUID()
  let demanded = false
  let token: { text: string; until: number } | null = null

  return {
    async headers() {
      if (!demanded) return {}
      if (token === null || token.until - Date.now() < margin) {
        const call = { method: 'GET', path: `/csrf-token?client=${client}`, template: '/csrf-token' } as const
        const answer = await reader.read(call, tokenSchema)
        token = { text: answer.token, until: Date.parse(answer.expiration) }
      }
      return { 'Prefect-Csrf-Token': token.text, 'Prefect-Csrf-Client': client }
    },
    wantsToken({ status, text }) {
      if (status !== 403 || !/csrf/i.test(refusal(text))) return false
      demanded = true
      token = null
      return true
    },
  }
}

function refusal(text: string): string {
  try {
    const { detail, exception_message: message } = refusalSchema.parse(JSON.parse(text))
    return detail ?? message ?? ''
  } catch {
    return ''
  }
}
