import { isDict, isList, type Value } from '../values/value.ts'
import { dictMethods } from './dict.ts'
import { listMethods } from './list.ts'
import { floatMethods, integerMethods } from './number.ts'
import { textMethods } from './text.ts'

/** The method of a value by that name, bound to it; undefined when it has none. */
export function methodOf(value: Value, name: string): Value {
  if (typeof value === 'string') return textMethods.get(name)?.(value)
  if (typeof value === 'bigint') return integerMethods.get(name)?.(value)
  if (typeof value === 'number') return floatMethods.get(name)?.(value)
  if (isList(value)) return listMethods.get(name)?.(value)
  return isDict(value) ? dictMethods.get(name)?.(value) : undefined
}
