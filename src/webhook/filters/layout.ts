import { limitError, typeError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { splitLines } from '../methods/split.ts'
import { unpack } from '../runtime/assign.ts'
import { integerArgument, textArgument } from '../values/arguments.ts'
import { toFixed } from '../values/decimal.ts'
import { isIterable, toList } from '../values/iterate.ts'
import { center } from '../values/justify.ts'
import { print } from '../values/print.ts'
import { toFloat } from '../values/to-number.ts'
import { truth } from '../values/truth.ts'
import { isDict, type Value } from '../values/value.ts'
import { filter } from './filter.ts'

/** Filters that lay text out, or write it for other places. */
export const layoutFilters = [
  filter('center', ['value', ['width', 80n]], (value, width) =>
    center(print(value), integerArgument(width, 'width')),
  ),
  filter('indent', ['s', ['width', 4n], ['first', false], ['blank', false]], indent),
  filter('wordcount', ['s'], (value) => BigInt(print(value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0)),
  filter('filesizeformat', ['value', ['binary', false]], (value, binary) => fileSize(value, truth(binary))),
  filter('urlencode', ['value'], urlEncode),
]

function indent(value: Value, width: Value, first: Value, blank: Value): Value {
  const space = typeof width === 'string' ? width : ' '.repeat(spaces(width))
  const lines = splitLines(`${textArgument(value, 'the text to indent')}\n`, false)
  if (lines.length * space.length > limits.growth)
    throw limitError(`a text of more than ${limits.growth} characters`)
  const indented = lines.map((line, index) => {
    if (index === 0) return truth(first) ? space + line : line
    return line === '' && !truth(blank) ? line : space + line
  })
  return indented.join('\n')
}

function spaces(width: Value): number {
  const count = integerArgument(width, 'width')
  if (count > BigInt(limits.count)) throw limitError(`an indent of more than ${limits.count}`)
  return count < 0n ? 0 : Number(count)
}

function fileSize(value: Value, binary: boolean): string {
  const bytes = toFloat(value)
  if (bytes === null) throw typeError('a file size must be a number')
  const base = binary ? 1024 : 1000
  if (bytes === 1) return '1 Byte'
  if (bytes < base) return `${Math.trunc(bytes)} Bytes`
  const prefixes = binary
    ? ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi']
    : ['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y']
  const power = Math.max(
    1,
    prefixes.findIndex((_, index) => bytes < base ** (index + 2)) + 1 || prefixes.length,
  )
  return `${toFixed(bytes / base ** power, 1)} ${prefixes[power - 1]}B`
}

function urlEncode(value: Value): string {
  if (typeof value === 'string' || !isIterable(value)) return quoteUrl(print(value), '/')
  const pairs = isDict(value) ? [...value] : toList(value).map((pair) => unpack(pair, 2))
  return pairs.map(([key, item]) => `${quoteField(key)}=${quoteField(item)}`).join('&')
}

function quoteField(value: Value): string {
  return quoteUrl(print(value), '').replaceAll('%20', '+')
}

function quoteUrl(text: string, safe: string): string {
  const encoded = encodeURIComponent(text.toWellFormed())
  const strict = encoded.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return safe === '/' ? strict.replaceAll('%2F', '/') : strict
}
