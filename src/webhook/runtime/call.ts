import { typeError, undefinedError } from '../errors/python-error.ts'
import { type Carried, plain } from '../output/rope.ts'
import { typeName } from '../values/type-name.ts'
import { PythonObject, type Value } from '../values/value.ts'
import { type CarriedArguments, Macro } from './macro.ts'

/** Calls a value; only a macro is told which arguments are captured output. `named` is for the error message. */
export function callValue(callee: Value, given: CarriedArguments, named: string): Carried {
  if (callee instanceof Macro) return callee.call(given)
  if (callee === undefined) throw undefinedError(`${named} is undefined, or a template must not call it`)
  const run = callee instanceof PythonObject ? callee.callable() : null
  if (run === null) throw typeError(`'${typeName(callee)}' object is not callable`)
  return run({
    positional: given.positional.map((value) => plain(value)),
    named: new Map([...given.named].map(([name, value]) => [name, plain(value)])),
  })
}
