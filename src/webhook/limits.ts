/** What one rendering may use at most. The first three are Prefect's own rules for templates of users. */
export const limits = {
  /** Numbers in a `range`. */
  range: 100,
  /** `for` loops in a template. */
  loops: 10,
  /** `for` loops within each other. */
  nestedLoops: 2,
  /** Characters of everything that is printed, captured or not. */
  output: 8_000_000,
  /** Characters of a text, or items of a list, that an expression makes. */
  growth: 16_000_000,
  /** A number that says how much of something to make, such as the columns of `slice`. */
  count: 100_000,
  /** Bits of an integer. */
  integerBits: 8_192,
  /** Turns of loops, calls and filters: honest templates use a few hundred. */
  steps: 100_000,
  /** Items that filters, tests and comparisons go through, in all. */
  work: 5_000_000,
  /** Calls within each other. */
  callDepth: 100,
  /** Lists and objects within each other, in a body or in a printed value. */
  depth: 500,
  /** Expressions and statements within each other, in a template. */
  nesting: 150,
} as const
