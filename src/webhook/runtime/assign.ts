import { typeError, valueError } from '../errors/python-error.ts'
import { toList } from '../values/iterate.ts'
import { Namespace } from '../values/namespace.ts'
import type { Value } from '../values/value.ts'

/** Takes a value apart for as many names as are assigned to. */
export function unpack(value: Value, names: number): Value[] {
  const items = toList(value)
  if (items.length > names) throw valueError(`too many values to unpack (expected ${names})`)
  if (items.length < names) {
    throw valueError(`not enough values to unpack (expected ${names}, got ${items.length})`)
  }
  return items
}

/** `{% set space.name = value %}`: only a namespace can be assigned to. */
export function assignAttribute(space: Value, name: string, value: Value): void {
  if (!(space instanceof Namespace)) throw typeError('cannot assign attribute on non-namespace object')
  space.assign(name, value)
}
