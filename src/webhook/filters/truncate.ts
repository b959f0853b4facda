import { PythonError, typeError } from '../errors/python-error.ts'
import { integerArgument, textArgument } from '../values/arguments.ts'
import { lengthOf } from '../values/iterate.ts'
import { truth } from '../values/truth.ts'
import { typeName } from '../values/type-name.ts'
import type { Value } from '../values/value.ts'

/** Jinja lets a text pass whole when it is at most this much too long. */
const defaultLeeway = 5n

/** Cuts a text to a number of code points, the `end` among them; at the last space unless `killwords`. */
export function truncate(value: Value, length: Value, killwords: Value, end: Value, leeway: Value): Value {
  const dots = textArgument(end, 'end')
  const most = Number(integerArgument(length, 'length'))
  const more = Number(leeway === null ? defaultLeeway : integerArgument(leeway, 'leeway'))
  const kept = most - lengthOf(dots)
  if (kept < 0) throw new PythonError('AssertionError', `expected length >= ${lengthOf(dots)}, got ${most}`)
  if (more < 0) throw new PythonError('AssertionError', `expected leeway >= 0, got ${more}`)
  if (lengthOf(value) <= most + more) return value
  if (typeof value !== 'string') throw typeError(`a value of type ${typeName(value)} cannot be truncated`)
  const cut = firstCodePoints(value, kept)
  const space = truth(killwords) ? -1 : cut.lastIndexOf(' ')
  return (space === -1 ? cut : cut.slice(0, space)) + dots
}

function firstCodePoints(text: string, count: number): string {
  let end = 0
  for (let taken = 0; taken < count && end < text.length; taken += 1) {
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  }
  return text.slice(0, end)
}
