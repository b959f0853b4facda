import { collectionFilters } from './collections.ts'
import type { Filter } from './filter.ts'
import { flowRunIdFilter } from './flow-run-id.ts'
import { numberFilters } from './numbers.ts'
import { textFilters } from './text.ts'
import { toJsonFilter } from './to-json.ts'

/** Every filter by its name, but those in `carried.ts`. */
export const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ...collectionFilters,
  ...numberFilters,
  ...textFilters,
  flowRunIdFilter,
  toJsonFilter,
])
