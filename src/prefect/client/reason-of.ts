import { z } from 'zod'
import type { Connection } from './connection.ts'
import type { Answer } from './outcome.ts'
import { readJson } from './read-json.ts'

/** The two forms in which Prefect says what is wrong. What was sent, which stands there too, is left out. */
const refusalSchema = z.object({
  detail: z.string().optional().catch(undefined),
  exception_message: z.string().optional().catch(undefined),
  exception_detail: z
    .array(z.object({ type: z.string(), loc: z.array(z.union([z.string(), z.number()])) }))
    .catch([]),
})

const longest = 200

/** Why Prefect refused, in one short line of its own words; null where it does not say, or it is not Prefect that answers. */
export function reasonOf({ secrets }: Connection, { body }: Answer): string | null {
  const refusal = refusalSchema.safeParse(readJson(body))
  if (!refusal.success) return null
  const { detail, exception_message: message, exception_detail: places } = refusal.data
  const what = (message ?? detail ?? '').replace(/\.$/, '')
  const where = places.map(({ type, loc }) => `${type} at ${loc.join('.')}`).join('; ')
  const said = [what, where].filter((part) => part !== '').join(': ')
  const line = secrets
    .reduce((text, secret) => text.replaceAll(secret, '…'), said)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
  return line === '' ? null : line.slice(0, longest).toWellFormed() // the cut may halve a character
}
