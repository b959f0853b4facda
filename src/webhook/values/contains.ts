import { typeError } from '../errors/python-error.ts'
import { getKey } from './dict.ts'
import { equal } from './equal.ts'
import { iterate } from './iterate.ts'
import { typeName } from './type-name.ts'
import { isDict, type Value } from './value.ts'

/** Python's `item in value`. */
export function contains(value: Value, item: Value): boolean {
  if (typeof value === 'string') return textContains(value, item)
  if (isDict(value)) return getKey(value, item) !== null
  const items = iterate(value)
  for (let next = items.next(); !next.done; next = items.next()) if (equal(next.value, item)) return true
  return false
}

function textContains(text: string, item: Value): boolean {
  if (typeof item !== 'string')
    throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`)
  return text.includes(item)
}
