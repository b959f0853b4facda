import type { Report, RunReport } from '../../resume/index.ts'
import { bullets, sentences } from './blocks.ts'
import { history } from './history.ts'
import { runName } from './names.ts'
import { resumeOnceMore } from './resume-command.ts'
import { runTable } from './run-table.ts'
import { codeNote } from './words/code-note.ts'
import { notesOn } from './words/notes.ts'
import { wordsFor } from './words/words-for.ts'

/** What is told of a merge that names several runs. @param runs the first of them; @param states so many of each */
export function severalRuns(report: Report, runs: readonly RunReport[], states: number): string[] {
  const counts = [...Map.groupBy(report.runs, (run) => wordsFor(report, run).short)].map(
    ([short, group]) => `${group.length} ${short}`,
  )
  const shared = sharedCode(report, runs)
  return [
    `### ${report.runs.length} flow runs: ${counts.join(', ')}`,
    runTable(runs, false),
    bullets(
      runs.map((run) => sentences([itemOf(report, run), shared === null ? codeNote(report, run) : ''])),
    ),
    shared ?? '',
    resumeOnceMore(report, runs),
    history(report, runs, states),
  ]
}

function itemOf(report: Report, run: RunReport): string {
  const { icon, says, next } = wordsFor(report, run)
  return sentences([`${icon} ${runName(run)} ${says}.`, next, ...notesOn(run)])
}

/** Runs of one deployment have their code in common, and it is told once; null where they do not. */
function sharedCode(report: Report, runs: readonly RunReport[]): string | null {
  const notes = new Set(runs.map((run) => codeNote(report, run)).filter((note) => note !== ''))
  const [note = ''] = notes
  return notes.size > 1 ? null : note
}
