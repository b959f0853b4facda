import { limitError, PythonError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import type { CallArguments, Value } from '../values/value.ts'
import { weightOf } from '../values/weight.ts'

/** What one rendering knows and has used so far. */
export interface Rendering {
  /** The flow run that the event is about, when the caller names one. */
  readonly flowRun: string | undefined
  /** The line of the template that is being rendered. */
  line: number
  /** Applies a filter by its name. */
  filter(name: string, given: CallArguments): Value
  /** Asks a test by its name. */
  test(name: string, given: CallArguments): boolean
  /** Whether there is a filter, or a test, of that name. */
  knows(kind: 'filter' | 'test', name: string): boolean
  /** Counts a turn of a loop, a call or a filter; too many are an error. */
  step(): void
  /** Counts going through a value; too much is an error. */
  weigh(value: Value): void
  /** Runs a call inside others; too deep is an error. */
  within<T>(call: () => T): T
}

/** Where filters and tests are found by name. */
interface Tables {
  readonly filters: ReadonlyMap<string, (given: CallArguments, rendering: Rendering) => Value>
  readonly tests: ReadonlyMap<string, (given: CallArguments, rendering: Rendering) => boolean>
}

/** A rendering that has used nothing yet. */
export function startRendering(flowRun: string | undefined, tables: Tables): Rendering {
  let steps = 0
  let depth = 0
  let work = 0
  const known = <T>(table: ReadonlyMap<string, T>, kind: string, name: string, given: CallArguments): T => {
    const found = table.get(name)
    if (found === undefined)
      throw new PythonError('TemplateRuntimeError', `No ${kind} named '${name}' found.`)
    rendering.step()
    for (const value of given.positional) rendering.weigh(value)
    return found
  }
  const rendering: Rendering = {
    flowRun,
    line: 1,
    filter: (name, given) => known(tables.filters, 'filter', name, given)(given, rendering),
    test: (name, given) => known(tables.tests, 'test', name, given)(given, rendering),
    knows: (kind, name) => (kind === 'filter' ? tables.filters : tables.tests).has(name),
    step() {
      steps += 1
      if (steps > limits.steps) throw limitError(`more than ${limits.steps} steps`)
    },
    weigh(value) {
      work += weightOf(value)
      if (work > limits.work) throw limitError(`going through more than ${limits.work} items`)
    },
    within(call) {
      depth += 1
      if (depth > limits.callDepth) throw limitError(`more than ${limits.callDepth} calls within each other`)
      const result = call()
      depth -= 1
      return result
    },
  }
  return rendering
}
