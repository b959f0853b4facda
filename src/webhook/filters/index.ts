import { plain } from '../output/rope.ts'
import { carriedFilters } from './carried.ts'
import { collectionFilters } from './collections.ts'
import type { Filter } from './filter.ts'
import { flowRunIdFilter } from './flow-run-id.ts'
import { layoutFilters } from './layout.ts'
import { numberFilters } from './numbers.ts'
import { roundFilter } from './round.ts'
import { selectFilters } from './select.ts'
import { sequenceFilters } from './sequences.ts'
import { sortFilters } from './sort.ts'
import { textFilters } from './text.ts'
import { toJsonFilter } from './to-json.ts'

/** Every filter by its name; those in `carried.ts` as other filters apply them, to plain values. */
export const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ...[...carriedFilters].map(([name, run]): [string, Filter] => [name, (given) => plain(run(given))]),
  ...collectionFilters,
  ...layoutFilters,
  ...numberFilters,
  ...selectFilters,
  ...sequenceFilters,
  ...sortFilters,
  ...textFilters,
  flowRunIdFilter,
  roundFilter,
  toJsonFilter,
])
