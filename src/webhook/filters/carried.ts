import { type Carried, plain, Rope } from '../output/rope.ts'
import type { CarriedArguments } from '../runtime/macro.ts'
import { bind, type Parameter } from '../values/arguments.ts'
import { toList } from '../values/iterate.ts'
import { getAttribute } from '../values/lookup.ts'
import { print } from '../values/print.ts'
import { truth } from '../values/truth.ts'

/** Filters through which text of the template goes as such: a default, what stands between joined items. */
export const carriedFilters: ReadonlyMap<string, (given: CarriedArguments) => Carried> = new Map([
  carried('default', ['value', ['default_value', ''], ['boolean', false]], orDefault),
  carried('d', ['value', ['default_value', ''], ['boolean', false]], orDefault),
  carried('join', ['value', ['d', ''], ['attribute', null]], join),
  carried('safe', ['value'], (value) => (value instanceof Rope ? value : print(value))),
])

function orDefault(value: Carried, fallback: Carried, boolean: Carried): Carried {
  const missing = truth(plain(boolean)) ? !truth(plain(value)) : value === undefined
  return missing ? fallback : value
}

function join(value: Carried, separator: Carried, attribute: Carried): Carried {
  const of = plain(attribute)
  const joined = new Rope()
  for (const [index, item] of toList(plain(value)).entries()) {
    if (index > 0) joined.print(separator)
    joined.print(typeof of === 'string' ? getAttribute(item, of) : item)
  }
  return joined
}

function carried(
  name: string,
  parameters: readonly Parameter[],
  run: (...values: Carried[]) => Carried,
): readonly [string, (given: CarriedArguments) => Carried] {
  return [name, (given) => run(...bind<Carried>(name, parameters, given))]
}
