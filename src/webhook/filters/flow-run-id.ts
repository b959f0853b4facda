import { typeError } from '../errors/python-error.ts'
import { truth } from '../values/truth.ts'
import { typeName } from '../values/type-name.ts'
import type { Filter } from './filter.ts'

const flowRun = /flow-run\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/

/**
 * Prefect's filter: the id in the first flow-run page that a text names, else None. When the event is made for a
 * certain flow run, that one, so that a text naming several gives an event for each.
 */
export const flowRunIdFilter: readonly [string, Filter] = [
  'flow_run_id',
  ({ positional: [text] }, rendering) => {
    if (truth(text) && typeof text !== 'string') {
      throw typeError(`expected string or bytes-like object, got '${typeName(text)}'`)
    }
    if (rendering.flowRun !== undefined) return rendering.flowRun
    return typeof text === 'string' ? (flowRun.exec(text)?.[1] ?? null) : null
  },
]
