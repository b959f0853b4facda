import { PythonError } from '../errors/python-error.ts'
import type { Rendering } from '../runtime/rendering.ts'
import { textArgument } from '../values/arguments.ts'
import { iterate } from '../values/iterate.ts'
import { lookUpPath } from '../values/path.ts'
import { Stream } from '../values/stream.ts'
import { truth } from '../values/truth.ts'
import type { CallArguments, Value } from '../values/value.ts'
import type { Filter } from './filter.ts'

/** Filters that apply another filter or a test to every item. */
export const selectFilters: readonly (readonly [string, Filter])[] = [
  ['map', (given, rendering) => eachItem(given, rendering, mapping(given, rendering))],
  ['select', (given, rendering) => keep(given, rendering, 0, true)],
  ['reject', (given, rendering) => keep(given, rendering, 0, false)],
  ['selectattr', (given, rendering) => keep(given, rendering, 1, true)],
  ['rejectattr', (given, rendering) => keep(given, rendering, 1, false)],
]

type Step = (item: Value) => Value[]

function mapping({ positional, named }: CallArguments, rendering: Rendering): Step {
  const [, name, ...rest] = positional
  if (name === undefined && named.has('attribute')) {
    const [path, fallback] = [named.get('attribute'), named.get('default')]
    return (item) => [lookUpPath(item, path, fallback)]
  }
  if (name === undefined) throw new PythonError('FilterArgumentError', 'map requires a filter argument')
  const filter = textArgument(name, 'the name of a filter')
  return (item) => [rendering.filter(filter, { positional: [item, ...rest], named })]
}

function keep(given: CallArguments, rendering: Rendering, skipped: 0 | 1, wanted: boolean): Stream {
  const [, ...rest] = given.positional
  if (rest.length < skipped)
    throw new PythonError('FilterArgumentError', 'Missing parameter for attribute name')
  const [test, ...others] = rest.slice(skipped)
  const look = (item: Value) => (skipped === 1 ? lookUpPath(item, rest[0]) : item)
  const holds = (item: Value) =>
    test === undefined
      ? truth(item)
      : rendering.test(textArgument(test, 'the name of a test'), {
          positional: [item, ...others],
          named: given.named,
        })
  return eachItem(given, rendering, (item) => (holds(look(item)) === wanted ? [item] : []))
}

function eachItem({ positional: [value] }: CallArguments, rendering: Rendering, step: Step): Stream {
  function* items(): Generator<Value, undefined> {
    const rest = iterate(truth(value) ? value : [])
    for (let next = rest.next(); !next.done; next = rest.next()) {
      rendering.step()
      yield* step(next.value)
    }
  }
  return new Stream(items())
}
