import { valueError } from '../errors/python-error.ts'
import { integerArgument, textArgument } from '../values/arguments.ts'
import { wordPattern } from '../values/space.ts'
import type { Value } from '../values/value.ts'
import { strip } from './strip.ts'

/** Python's `split`: at a separator, or without one at white space; the rest stays whole after `most` cuts. */
export function split(text: string, separator: Value, most: Value): string[] {
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

/** Python's `rsplit`: the cuts are counted from the end. */
export function splitFromRight(text: string, separator: Value, most: Value): Value[] {
  const cuts = integerArgument(most, 'maxsplit')
  const backwards = typeof separator === 'string' ? reversed(separator) : separator
  return split(reversed(text), backwards, cuts).map(reversed).reverse()
}

/** The lines of a text, with or without what ends them. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const parts = text.split(/(\r\n|[\n\r\v\f\u0085\u2028\u2029])/)
  const lines = parts.flatMap((part, index) =>
    index % 2 === 0 ? [part + (keepEnds ? (parts[index + 1] ?? '') : '')] : [],
  )
  return parts.at(-1) === '' ? lines.slice(0, -1) : lines
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('')
}
