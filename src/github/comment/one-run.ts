import type { Report, RunReport } from '../../resume/index.ts'
import { bullets } from './blocks.ts'
import { history } from './history.ts'
import { runLink } from './names.ts'
import { resumeOnceMore } from './resume-command.ts'
import { runTable } from './run-table.ts'
import { codeNote } from './words/code-note.ts'
import { notesOn } from './words/notes.ts'
import { wordsFor } from './words/words-for.ts'

/** What is told of the only run of a merge. @param states so many of its history */
export function oneRun(report: Report, run: RunReport, states: number): string[] {
  const { icon, says, next } = wordsFor(report, run)
  const notes = [...notesOn(run), codeNote(report, run)].filter((note) => note !== '')
  return [
    `### ${icon} ${runLink(run)} ${says}`,
    next,
    notes.length === 1 ? notes.join('') : bullets(notes),
    resumeOnceMore(report, [run]),
    runTable([run], true),
    history(report, [run], states),
  ]
}
