import type { Report, Standing } from '../../resume/index.ts'
import { sentences, table } from './blocks.ts'
import { link } from './link.ts'
import { nameLimit } from './names.ts'
import { plainText } from './plain-text.ts'
import { isPrivate } from './private.ts'
import { resumeCommand } from './resume-command.ts'

/** So many problems of a file are told: who mends those sees the rest. */
const mostProblems = 20

const textLimit = 200

type SettingsWrong = Extract<Standing, { kind: 'settings-wrong' }>

/** What is told when a repository's settings cannot be used: nothing is resumed by guess. */
export function settingsWrong(report: Report, { file, problems }: SettingsWrong): string[] {
  const name = link(plainText(file.path, 2 * nameLimit), file.url)
  const elsewhere =
    file.repository === report.merge.repository.fullName
      ? ''
      : ` of ${plainText(file.repository, 2 * nameLimit)}`
  const more = problems.length - mostProblems
  // Not everybody who reads this may read a file of another repository.
  const isQuoted = elsewhere === '' || isPrivate(report)
  return [
    `### ⚠️ Nothing ${report.runs.length > 0 ? 'more ' : ''}was resumed: ${name}${elsewhere} cannot be used`,
    'Until it is mended, merges resume nothing: nobody can tell what is wanted.',
    table(
      ['Line', 'Column', 'Setting', 'Wrong', 'Allowed'],
      problems
        .slice(0, mostProblems)
        .map(({ line, column, key, problem, allowed }) => [
          String(line),
          String(column),
          key === '' ? 'the whole file' : isQuoted ? plainText(key, nameLimit) : '–',
          isQuoted ? plainText(problem, textLimit) : '–',
          plainText(allowed, textLimit),
        ]),
    ),
    more > 0 ? `And ${more} more.` : '',
    sentences([
      `Once it is mended, ${resumeCommand(report, null)} resumes the flow runs of this pull request.`,
      'Run it where the server of this app runs, for example as the last step of a deploy workflow.',
    ]),
  ]
}
