import { limitError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'

/** What one rendering knows and has used so far. */
export interface Rendering {
  /** The flow run that the event is about, when the caller names one. */
  readonly flowRun: string | undefined
  /** The line of the template that is being rendered. */
  line: number
  /** Counts a turn of a loop, a call or a filter; too many are an error. */
  step(): void
  /** Runs a call inside others; too deep is an error. */
  within<T>(call: () => T): T
}

/** A rendering that has used nothing yet. */
export function startRendering(flowRun: string | undefined): Rendering {
  let steps = 0
  let depth = 0
  return {
    flowRun,
    line: 1,
    step() {
      steps += 1
      if (steps > limits.steps) throw limitError(`more than ${limits.steps} steps`)
    },
    within(call) {
      depth += 1
      if (depth > limits.callDepth) throw limitError(`more than ${limits.callDepth} calls within each other`)
      const result = call()
      depth -= 1
      return result
    },
  }
}
