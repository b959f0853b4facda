import { limits } from '../limits.ts'
import type { Value } from '../values/value.ts'
import { JsonError } from './json-error.ts'
import { parseJson } from './parse.ts'

const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
const word = /null|true|false|NaN|-?Infinity/y
// Anything but what stands in a text as it is: a backslash, a control character.
const notPlain = /[^ !#-[\]-\uffff]/
const words: Record<string, Value> = {
  null: null,
  true: true,
  false: false,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
}

/** Python reads no longer integers. */
const mostDigits = 4_300

/**
 * Reads JSON as Python does, and loses nothing: integers of any size, floats as floats, keys in their order. Of equal
 * keys the last counts, unless they are refused. Throws JsonError.
 */
export function readJson(source: string, { duplicates = true } = {}): Value {
  let position = 0
  let depth = 0

  const fail = (reason: string): never => {
    throw new JsonError(reason, position)
  }
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position
    const match = pattern.exec(source)
    if (match !== null) position = pattern.lastIndex
    return match
  }
  const skipSpace = (): void => {
    while (isSpace(source.charCodeAt(position))) position += 1
  }
  const takeCharacter = (character: string): boolean => {
    skipSpace()
    if (source[position] !== character) return false
    position += 1
    return true
  }
  const readText = (): string => {
    const start = position
    if (source[start] !== '"') return fail('expected a text in double quotes')
    const end = endOfText(source, start)
    if (end === -1) return fail('a text without an end')
    position = end
    const inside = source.slice(start + 1, position - 1)
    if (!notPlain.test(inside)) return inside
    const value = parseJson(source.slice(start, position))
    return typeof value === 'string' ? value : fail('a text with a wrong escape or a control character')
  }
  const readNumber = (match: RegExpExecArray): Value => {
    const [digits, fraction, exponent] = match
    if (fraction !== undefined || exponent !== undefined) return Number(digits)
    return digits.length > mostDigits ? fail(`an integer of more than ${mostDigits} digits`) : BigInt(digits)
  }
  const readList = (): Value => {
    const items: Value[] = []
    if (takeCharacter(']')) return items
    do items.push(readValue())
    while (takeCharacter(','))
    return takeCharacter(']') ? items : fail("expected ',' or ']'")
  }
  const readDict = (): Value => {
    const dict = new Map<Value, Value>()
    if (takeCharacter('}')) return dict
    do {
      skipSpace()
      const key = readText()
      if (!duplicates && dict.has(key)) fail(`the key ${JSON.stringify(key)} twice in one object`)
      if (!takeCharacter(':')) fail("expected ':'")
      dict.set(key, readValue())
    } while (takeCharacter(','))
    return takeCharacter('}') ? dict : fail("expected ',' or '}'")
  }
  const readNested = (read: () => Value): Value => {
    position += 1
    depth += 1
    if (depth > limits.depth) fail(`more than ${limits.depth} levels`)
    const value = read()
    depth -= 1
    return value
  }
  const readValue = (): Value => {
    skipSpace()
    const first = source[position]
    if (first === '"') return readText()
    if (first === '{') return readNested(readDict)
    if (first === '[') return readNested(readList)
    const digits = take(number)
    if (digits !== null) return readNumber(digits)
    const name = take(word)
    return name === null ? fail('expected a value') : words[name[0]]
  }

  const value = readValue()
  skipSpace()
  return position === source.length ? value : fail('something after the value')
}

/** The place behind the quote that ends a text; -1 when there is none. */
function endOfText(source: string, start: number): number {
  for (let quote = source.indexOf('"', start + 1); quote !== -1; quote = source.indexOf('"', quote + 1)) {
    let slashes = 0
    while (source[quote - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return quote + 1
  }
  return -1
}

/** White space between the parts of JSON: space, tab, line feed, carriage return. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d
}
