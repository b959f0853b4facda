import { PythonError, typeError, valueError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { integerArgument } from '../values/arguments.ts'
import { Builtin, builtin } from '../values/builtin.ts'
import { Cycler, Joiner } from '../values/cycler.ts'
import { makeDict } from '../values/dict.ts'
import { toList } from '../values/iterate.ts'
import { Namespace } from '../values/namespace.ts'
import { Range } from '../values/range.ts'
import { type CallArguments, isDict, type Value } from '../values/value.ts'

/** Functions that every template finds by name. */
export const globals: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['range', new Builtin('range', ({ positional }) => range(positional))],
  ['dict', new Builtin('dict', dict)],
  ['cycler', new Builtin('cycler', ({ positional }) => new Cycler(positional))],
  ['joiner', builtin('joiner', [['sep', ', ']], (separator) => new Joiner(separator))],
  ['namespace', new Builtin('namespace', (given) => new Namespace(dict(given)))],
])

function range(given: readonly Value[]): Range {
  const [first, second, third] = given.map((value) => integerArgument(value, 'range argument'))
  if (first === undefined || given.length > 3) throw typeError('range expected 1 to 3 arguments')
  const step = third ?? 1n
  if (step === 0n) throw valueError('range() arg 3 must not be zero')
  const numbers = second === undefined ? new Range(0n, first, step) : new Range(first, second, step)
  if (numbers.count > BigInt(limits.range)) {
    throw new PythonError(
      'OverflowError',
      `Range too big. The sandbox blocks ranges larger than ${limits.range}.`,
    )
  }
  return numbers
}

function dict({ positional: [from], named }: CallArguments): Map<Value, Value> {
  if (from === undefined) return makeDict(named)
  const pairs = isDict(from) ? [...from] : toList(from).map((pair) => toPair(toList(pair)))
  return makeDict([...pairs, ...named])
}

function toPair(items: readonly Value[]): [Value, Value] {
  if (items.length !== 2) throw valueError('dictionary update sequence elements have length 2')
  return [items[0], items[1]]
}
