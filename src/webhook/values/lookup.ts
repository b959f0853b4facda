import { typeError } from '../errors/python-error.ts'
import { methodOf } from '../methods/index.ts'
import { getItem } from './item.ts'
import { Slice } from './slice.ts'
import { typeName } from './type-name.ts'
import { PythonObject, type Value } from './value.ts'

// What every object of Python has, and the sandbox hides: also where a key of that name exists.
const hidden = new Set(
  (
    '__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ ' +
    '__hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ ' +
    '__setattr__ __sizeof__ __str__ __subclasshook__ __contains__ __getitem__ __iter__ __len__ __reversed__ ' +
    '__class_getitem__ __delitem__ __setitem__ __ior__ __or__ __ror__ __dict__ __module__ __weakref__'
  ).split(' '),
)

/** `value.name`: first what the value can do, then its key. Missing things are undefined, and so are theirs. */
export function getAttribute(value: Value, name: string): Value {
  if (hidden.has(name)) return undefined
  const own = ownAttribute(value, name)
  return own === undefined ? getItem(value, name)?.value : own
}

/** `value[key]`: first the key, then what the value can do by that name. */
export function getSubscript(value: Value, key: Value): Value {
  const item = getItem(value, key)
  if (item !== null) return item.value
  if (key instanceof Slice && !(value === undefined))
    throw typeError(`'${typeName(value)}' object cannot be sliced`)
  return typeof key === 'string' && !hidden.has(key) ? ownAttribute(value, key) : undefined
}

function ownAttribute(value: Value, name: string): Value {
  return value instanceof PythonObject ? value.attribute(name) : methodOf(value, name)
}
