import type { PrefectStandIn, State } from './prefect/index.ts'

/** States in which a run has ended. */
const ends: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED'])

/**
 * Tells each new state of a run until it has ended; gives the last one.
 *
 * @param within how long each state may take, in milliseconds
 */
export async function narrate(
  prefect: PrefectStandIn,
  run: { id: string; name: string },
  say: (line: string) => void,
  within: number,
): Promise<State> {
  for (let seen = prefect.states(run.id).length; ; seen += 1) {
    const state = await prefect.until(() => prefect.states(run.id)[seen], { within, what: `state ${seen}` })
    say(`Prefect  ${run.name} is ${state.name}${state.message === null ? '' : `: ${state.message}`}`)
    if (ends.has(state.type)) return state
  }
}
