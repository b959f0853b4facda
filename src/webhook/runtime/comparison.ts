import { inOrder } from '../values/compare.ts'
import { contains } from '../values/contains.ts'
import { equal } from '../values/equal.ts'
import type { Value } from '../values/value.ts'
import type { Rendering } from './rendering.ts'

/** An operator with what stands on its right, which is reckoned only if all before it held. */
export type Comparison = readonly [operator: string, right: () => Value]

/** Python's chained comparison: `1 < x < 3` holds when both do. */
export function compareChain(
  first: Value,
  comparisons: readonly Comparison[],
  rendering: Rendering,
): boolean {
  let left = first
  for (const [operator, operand] of comparisons) {
    const right = operand()
    rendering.weigh(right)
    if (!compareValues(left, operator, right)) return false
    left = right
  }
  return true
}

function compareValues(left: Value, operator: string, right: Value): boolean {
  if (operator === '==') return equal(left, right)
  if (operator === '!=') return !equal(left, right)
  if (operator === 'in') return contains(right, left)
  if (operator === 'not in') return !contains(right, left)
  if (operator === '<' || operator === '<=' || operator === '>' || operator === '>=') {
    return inOrder(left, operator, right)
  }
  throw new Error(`The compiler knows no operator ${operator}`)
}
