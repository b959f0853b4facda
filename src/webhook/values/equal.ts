import { type Dict, isDict, isList, type List, PythonObject, type Value } from './value.ts'

/** Python's `==`: numbers and booleans by what they are worth, lists and dicts by what is in them. */
export function equal(left: Value, right: Value): boolean {
  if (left === right) return true
  if (isNumeric(left) && isNumeric(right)) return equalNumbers(left, right)
  if (left instanceof PythonObject) return left.equals(right)
  if (isList(left) && isList(right)) return equalLists(left, right)
  return isDict(left) && isDict(right) && equalDicts(left, right)
}

/** Whether a value is a number in Python's sense, in which `True` is 1. */
export function isNumeric(value: Value): value is boolean | bigint | number {
  return typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number'
}

function equalNumbers(left: boolean | bigint | number, right: boolean | bigint | number): boolean {
  const [first, second] = [worth(left), worth(right)]
  return first <= second && first >= second
}

function worth(value: boolean | bigint | number): bigint | number {
  return typeof value === 'boolean' ? BigInt(value) : value
}

function equalLists(left: List, right: List): boolean {
  return left.length === right.length && left.every((item, index) => equal(item, right[index]))
}

function equalDicts(left: Dict, right: Dict): boolean {
  if (left.size !== right.size) return false
  for (const [key, value] of left) {
    const found = findKey(right, key)
    if (found === null || !equal(value, right.get(found.key))) return false
  }
  return true
}

/** The key of a dict that equals another (`1`, `1.0` and `True` are one key); null when there is none. */
export function findKey(dict: Dict, key: Value): { key: Value } | null {
  if (dict.has(key)) return { key }
  if (isNumeric(key))
    return (
      sameNumbers(key)
        .map((same) => ({ key: same }))
        .find((same) => dict.has(same.key)) ?? null
    )
  if (!(key instanceof PythonObject)) return null
  for (const candidate of dict.keys()) {
    if (candidate instanceof PythonObject && equal(candidate, key)) return { key: candidate }
  }
  return null
}

function sameNumbers(value: boolean | bigint | number): Value[] {
  const number = Number(value)
  if (number === 0 || number === 1) return [number, BigInt(number), number === 1]
  return typeof value === 'number' && Number.isInteger(value)
    ? [BigInt(value)]
    : [number].filter((same) => equal(same, value))
}
