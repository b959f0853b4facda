import { typeError } from '../errors/python-error.ts'
import { equal, isNumeric } from './equal.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'
import { isList, type List, type Value } from './value.ts'

type Ordering = '<' | '<=' | '>' | '>='

/** Python's order of two values; values of different kinds have none, which is an error. */
export function inOrder(left: Value, ordering: Ordering, right: Value): boolean {
  if (isNumeric(left) && isNumeric(right))
    return holds(ordering, left < right, left > right, equal(left, right))
  const order = compareTexts(left, right) ?? compareLists(left, right)
  if (order === null) {
    throw typeError(
      `'${ordering}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
    )
  }
  return holds(ordering, order < 0, order > 0, order === 0)
}

function holds(ordering: Ordering, less: boolean, more: boolean, same: boolean): boolean {
  if (ordering === '<') return less
  if (ordering === '>') return more
  return same || (ordering === '<=' ? less : more)
}

function compareTexts(left: Value, right: Value): number | null {
  return typeof left === 'string' && typeof right === 'string' ? compareCodePoints(left, right) : null
}

/** The order of two texts by their code points, which is not JavaScript's beyond U+FFFF. */
export function compareCodePoints(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  for (let at = 0; at < shorter; at += 1) {
    if (left.charCodeAt(at) === right.charCodeAt(at)) continue
    const start = at > 0 && isHighSurrogate(left.charCodeAt(at - 1)) ? at - 1 : at
    return (left.codePointAt(start) ?? 0) - (right.codePointAt(start) ?? 0)
  }
  return left.length - right.length
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function compareLists(left: Value, right: Value): number | null {
  const both = bothItems(left, right)
  if (both === null) return null
  const [first, second] = both
  for (const [index, item] of first.entries()) {
    if (index >= second.length) return 1
    const other = second[index]
    if (!equal(item, other)) return inOrder(item, '<', other) ? -1 : 1
  }
  return first.length - second.length
}

function bothItems(left: Value, right: Value): [List, List] | null {
  if (isList(left) && isList(right)) return [left, right]
  return left instanceof Tuple && right instanceof Tuple ? [left.items, right.items] : null
}

/** The order of two values for sorting; of different kinds there is none, which is an error. */
export function compareKeys(left: Value, right: Value): number {
  if (inOrder(left, '<', right)) return -1
  return inOrder(right, '<', left) ? 1 : 0
}
