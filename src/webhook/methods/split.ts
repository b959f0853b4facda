import { valueError } from '../errors/python-error.ts'
import { integerArgument, textArgument } from '../values/arguments.ts'
import { wordPattern } from '../values/space.ts'
import type { Value } from '../values/value.ts'
import { strip } from './strip.ts'

/** Python's `split`: at a separator, or without one at white space; the rest stays whole after `most` cuts. */
export function split(text: string, separator: Value, most: Value): Value[] {
  const cuts = integerArgument(most, 'maxsplit')
  const limit = cuts < 0n ? Number.POSITIVE_INFINITY : Number(cuts)
  if (separator === null) return splitAtSpace(text, limit)
  const mark = textArgument(separator, 'sep')
  if (mark === '') throw valueError('empty separator')
  const parts = text.split(mark)
  return parts.length <= limit + 1 ? parts : [...parts.slice(0, limit), parts.slice(limit).join(mark)]
}

function splitAtSpace(text: string, limit: number): string[] {
  const parts: string[] = []
  const word = wordPattern()
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    if (parts.length === limit) return [...parts, strip(text.slice(match.index), null, 'end')]
    parts.push(match[0])
  }
  return parts
}
