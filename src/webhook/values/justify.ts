import { limitError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { countCodePoints } from './iterate.ts'

/** A text in the middle of so many characters; of an odd rest, Python puts one more where it always does. */
export function center(text: string, width: bigint, fill = ' '): string {
  const missing = room(text, width)
  const left = Math.floor(missing / 2) + (missing & Number(width) & 1)
  return fill.repeat(left) + text + fill.repeat(missing - left)
}

/** A text filled up on its left. */
export function justifyRight(text: string, width: bigint, fill = ' '): string {
  return fill.repeat(room(text, width)) + text
}

/** A text filled up on its right. */
export function justifyLeft(text: string, width: bigint, fill = ' '): string {
  return text + fill.repeat(room(text, width))
}

function room(text: string, width: bigint): number {
  if (width > BigInt(limits.growth)) throw limitError(`a text of more than ${limits.growth} characters`)
  return Math.max(0, Number(width) - countCodePoints(text))
}
