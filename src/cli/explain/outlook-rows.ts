import type { RunAttempt } from '../../inbox/index.ts'
import type { CodeSource } from '../../resume/index.ts'
import type { Row } from './layout.ts'
import { moment } from './times.ts'
import { quoted, shown } from './untrusted.ts'
import { warningWords } from './warning-words.ts'

/** What was known of a resumed run beyond its state when it was resumed. */
export function outlookRows({ outlook }: RunAttempt): Row[] {
  if (outlook === null) return []
  const { warnings, code, deployedAt, needsDeploy, laterRun, tasksAgain, startedByRun } = outlook
  const deployed = deployedAt === null ? '' : `, deployed ${moment(deployedAt)}`
  return [
    ['warnings', warnings.map(warningWords)],
    ['code', `${codeText(code)}${deployed}${needsDeploy ? '; the fix is only in it after a deploy' : ''}`],
    ['later run', laterRun === null ? [] : `${quoted(laterRun.name ?? laterRun.id)} completed since`],
    ['tasks', tasksAgain === null ? [] : `${tasksAgain} that completed run again`],
    ['parent', startedByRun ? 'another run started it, and does not hear of its end' : []],
  ]
}

function codeText(code: CodeSource): string {
  switch (code.kind) {
    case 'git':
      return `${shown(code.repository)} at ${shown(code.commit ?? code.branch ?? 'the default branch')}`
    case 'image':
      return `image ${shown(code.image)}`
    case 'path':
      return shown(code.path)
    case 'unknown':
      return 'not known'
  }
}
