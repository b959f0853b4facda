import type { Answer } from './answer.ts'
import { compileTemplate } from './template.ts'

/** Something that goes wrong, as data. */
export interface Fault {
  /** Any method unless given. */
  method?: string
  /** Below the base of the API: an expression, or a template such as `/flow_runs/{id}/set_state`. Any unless given. */
  path?: RegExp | string
  /** How many requests meet it; all of them, until it is removed, unless given. */
  times?: number
  /** `after-acting`: the request has its effect, only its answer is lost or wrong. @default 'before-acting' */
  when?: 'before-acting' | 'after-acting'
  /** `reset` destroys the connection, `hang` never answers, `html` is the error page of a proxy (502). */
  answer: Answer | 'reset' | 'hang' | 'html'
}

export interface Faults {
  /** Adds a fault; of several that fit, the one added first is met. Gives back how to remove it. */
  add(fault: Fault): () => void
  clear(): void
}

/** A collection of faults, and `take`, by which the server asks for the one that a request meets. */
export function createFaults(): Faults & {
  take(when: Fault['when'], method: string, path: string): Fault['answer'] | null
} {
  const pending = new Map<Fault, number>()
  return {
    add(fault) {
      pending.set(fault, fault.times ?? Number.POSITIVE_INFINITY)
      return () => pending.delete(fault)
    },
    clear: () => pending.clear(),
    take(when, method, path) {
      for (const [fault, left] of pending) {
        if ((fault.when ?? 'before-acting') !== when || !meets(fault, method, path)) continue
        if (left <= 1) pending.delete(fault)
        else pending.set(fault, left - 1)
        return fault.answer
      }
      return null
    },
  }
}

function meets(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false
  if (fault.path === undefined) return true
  const paths = typeof fault.path === 'string' ? compileTemplate(fault.path) : fault.path
  return path.search(paths) !== -1
}
