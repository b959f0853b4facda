import { kind } from './kinds.ts'

/** A variable whose feature does not exist yet: it stops the start, so that nobody counts on it in vain. */
export function notServedYet(instead: string) {
  const refuse = kind(
    `no value: ${instead}`,
    () => undefined,
    () => 'is not served by this version yet',
  )
  return refuse.optional()
}

/** As {@link notServedYet}, for a variable of which some values (in lower case) mean what this version does anyway. */
export function onlyServed(served: readonly [string, ...string[]], instead: string) {
  const refuse = kind(
    `${served[0]}: ${instead}`,
    (word) => served.find((value) => value === word.toLowerCase()),
    () => 'asks for something that this version does not serve yet',
  )
  return refuse.optional()
}
