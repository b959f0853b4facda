import { InvalidEventError } from './errors/invalid-event-error.ts'
import type { PrefectEvent } from './event.ts'

/** Prefect drops a larger event without a word: bytes of its JSON in UTF-8. */
const mostBytes = 1_500_000

/** The event, with as much of its payload as Prefect takes; `truncated: true` in the payload tells of a cut. */
export function fitPayload(event: PrefectEvent): PrefectEvent {
  if (bytes(event) <= mostBytes) return event
  const without = (body: string) => ({ ...event, payload: { ...event.payload, body, truncated: true } })
  const room = mostBytes - bytes(without(''))
  if (room >= 0) return without(cut(asText(event.payload['body']), room))
  const bare = { ...event, payload: { truncated: true } }
  if (bytes(bare) <= mostBytes) return bare
  throw new InvalidEventError(`Without its payload it has ${bytes(bare)} bytes; Prefect takes ${mostBytes}.`)
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function asText(body: unknown): string {
  return typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
}

/** The longest beginning of a text whose JSON has at most so many bytes, quotes not counted. */
function cut(text: string, most: number): string {
  let fitting = 0
  let tooLong = Math.min(text.length, most) + 1
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2)
    if (bytes(text.slice(0, middle)) - 2 <= most) fitting = middle
    else tooLong = middle
  }
  const lastIsHalf = /[\ud800-\udbff]$/.test(text.slice(0, fitting))
  return text.slice(0, lastIsHalf ? fitting - 1 : fitting)
}
