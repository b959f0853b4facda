import type { Report, ReportedState, RunReport } from '../../resume/index.ts'
import { paragraphs, table } from './blocks.ts'
import { commitLink, runName } from './names.ts'
import { ranUntil } from './ran-for.ts'
import { secondWords } from './times.ts'
import { stateWords } from './words/state-words.ts'

/** So many of the states say how it began: how the merge found the run, and what it did. */
const beginning = 2

/**
 * Every state that was seen of the resumed runs, and when, folded; empty where there is none.
 *
 * @param most so many states of each run, more than two, or none; what lies between the first and the last is left out
 */
export function history(report: Report, runs: readonly RunReport[], most: number): string {
  if (most === 0) return ''
  const alone = report.runs.length === 1
  const rows = runs
    .filter((run) => run.history.length > 0)
    .flatMap((run) =>
      rowsOf(report, run, most).map((row, index) =>
        alone ? row : [index === 0 ? runName(run) : '', ...row],
      ),
    )
  if (rows.length === 0) return ''
  const states = table([...(alone ? [] : ['Flow run']), 'UTC', 'State'], rows)
  return paragraphs(['<details><summary>What happened</summary>', states, '</details>'])
}

function rowsOf(report: Report, { was, history: since }: RunReport, most: number): string[][] {
  const rows = since.map((state, index) => [
    secondWords(state.since),
    `${stateWords(state)}${detail(report, state, index, since)}`,
  ])
  const all = [...(was === null ? [] : [[secondWords(was.since), stateWords(was)]]), ...rows]
  if (all.length <= most) return all
  const omitted = ['', `… ${all.length - most} more states`]
  return [...all.slice(0, beginning), omitted, ...all.slice(beginning - most)]
}

function detail(
  report: Report,
  state: ReportedState,
  index: number,
  since: readonly ReportedState[],
): string {
  if (index === 0 && state.type === 'SCHEDULED') return `, by the merge of ${commitLink(report.merge)}`
  const ran = ranUntil(state, since[index + 1])
  return ran === '' ? '' : `, for ${ran}`
}
