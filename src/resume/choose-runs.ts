import type { NamedFlowRun } from '../prefect/index.ts'

/** So many flow runs of one pull request are looked at. */
const flowRunLimit = 20

/** A flow run that a text names, and whether the text wants it resumed. */
export interface ChosenRun {
  run: NamedFlowRun
  acts: boolean
}

/**
 * The runs that count, in the order of the text. Where some follow a closing word, only those are to be resumed, and
 * they have their places first.
 */
export function chooseRuns(named: readonly NamedFlowRun[]): { chosen: ChosenRun[]; beyondLimit: number } {
  const someClose = named.some(({ closing }) => closing)
  const all = named.map((run) => ({ run, acts: run.closing || !someClose }))
  const first = new Set(
    all.toSorted((left, right) => Number(right.acts) - Number(left.acts)).slice(0, flowRunLimit),
  )
  const chosen = all.filter((each) => first.has(each))
  return { chosen, beyondLimit: all.length - chosen.length }
}
