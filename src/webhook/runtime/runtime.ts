import { typeError } from '../errors/python-error.ts'
import { carriedFilters } from '../filters/carried.ts'
import { type Carried, plain, Rope } from '../output/rope.ts'
import * as arithmetic from '../values/arithmetic.ts'
import { makeDict } from '../values/dict.ts'
import { iterate, toList } from '../values/iterate.ts'
import { getAttribute, getSubscript } from '../values/lookup.ts'
import { Slice } from '../values/slice.ts'
import { truth } from '../values/truth.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { isDict, type Value } from '../values/value.ts'
import { assignAttribute, unpack } from './assign.ts'
import { Blocks } from './blocks.ts'
import { callValue } from './call.ts'
import { type Comparison, compareChain } from './comparison.ts'
import { Loop } from './loop.ts'
import { Macro, type MacroDefinition } from './macro.ts'
import type { Rendering } from './rendering.ts'
import { type Scope, scopeWithin } from './scope.ts'

type Named = readonly (readonly [string, Carried])[]

/** What compiled templates call. Nunjucks hands its own runtime to a compiled template; ours get this one. */
export function createRuntime(rendering: Rendering) {
  const holds = (value: Carried) => truth(plain(value))
  return {
    ...arithmetic,
    plain,
    unpack,
    assignAttribute,
    truth: holds,
    scope: scopeWithin,
    dict: makeDict,
    subscript(value: Value, key: Value): Value {
      if (typeof value === 'string') rendering.weigh(value)
      return getSubscript(value, key)
    },
    attribute(value: Value, name: string): Value {
      // Every method of a text goes through it.
      if (typeof value === 'string') rendering.weigh(value)
      return getAttribute(value, name)
    },
    spread: toList,
    spreadNamed,
    at(line: number): void {
      rendering.line = line
    },
    compare: (first: Value, ...comparisons: Comparison[]) => compareChain(first, comparisons, rendering),
    output: () => new Rope(),
    written: (text: string) => new Rope().write(text),
    concatenate: (...parts: Carried[]) => parts.reduce((rope: Rope, part) => rope.print(part), new Rope()),
    and: (left: Carried, right: () => Carried) => (holds(left) ? right() : left),
    or: (left: Carried, right: () => Carried) => (holds(left) ? left : right()),
    tuple: (...items: Value[]) => new Tuple(items),
    slice: (start: Value, stop: Value, step: Value) => new Slice(start, stop, step),
    macro: (definition: MacroDefinition, outer: Scope) => new Macro(definition, outer),
    blocks: (bodies: ReadonlyMap<string, (scope: Scope) => Rope>, outer: Scope) => new Blocks(bodies, outer),
    call(callee: Value, named: string, positional: readonly Carried[], keywords: Named): Carried {
      rendering.step()
      return rendering.within(() => callValue(callee, { positional, named: new Map(keywords) }, named))
    },
    filter(
      name: string,
      positional: readonly Value[],
      keywords: readonly (readonly [string, Value])[],
    ): Value {
      return rendering.filter(name, { positional, named: new Map(keywords) })
    },
    carriedFilter(name: string, positional: readonly Carried[], keywords: Named): Carried {
      return carriedFilters.get(name)?.({ positional, named: new Map(keywords) })
    },
    test(
      name: string,
      positional: readonly Value[],
      keywords: readonly (readonly [string, Value])[],
    ): boolean {
      return rendering.test(name, { positional, named: new Map(keywords) })
    },
    loop(items: Value, keep: ((item: Value) => boolean) | null, depth: number, again: Again | null): Loop {
      return new Loop(counted(iterate(items), keep, rendering), depth, again)
    },
    otherTemplate(): never {
      throw typeError('no loader for this environment specified')
    },
  }
}

type Again = (items: Value, depth: number) => Value

/** What nunjucks calls a runtime. */
export type Runtime = ReturnType<typeof createRuntime>

function* counted(items: Iterator<Value>, keep: ((item: Value) => boolean) | null, rendering: Rendering) {
  for (let next = items.next(); !next.done; next = items.next()) {
    rendering.step()
    if (keep === null || keep(next.value)) yield next.value
  }
}

function spreadNamed(value: Value): [string, Value][] {
  if (!isDict(value)) throw typeError(`argument after ** must be a mapping, not ${typeName(value)}`)
  return [...value].map(([key, item]) => {
    if (typeof key !== 'string') throw typeError('keywords must be strings')
    return [key, item]
  })
}
