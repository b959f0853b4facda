import type { CodeSource, Outlook, Report, RunReport } from '../../../resume/index.ts'
import { deploymentLink } from '../names.ts'
import { plainText } from '../plain-text.ts'
import { isPrivate } from '../private.ts'
import { badEnd, isAhead } from '../run-phase.ts'
import { minuteWords } from '../times.ts'

/** So much of the address of an image or a repository is shown, in code points. */
const addressLimit = 200

/** Which code and which parameters a run gets, or got; empty where that is no question. */
export function codeNote(report: Report, run: RunReport): string {
  if (!isAhead(run) && badEnd(run) === null) return ''
  const { outlook } = run
  const details =
    outlook === null ? ['what its deployment has when the run starts'] : codeWords(report, run, outlook)
  return `Code: ${details.filter((detail) => detail !== '').join(', ')}. Parameters: as stored with the run.`
}

function codeWords(report: Report, run: RunReport, { code, deployedAt, needsDeploy }: Outlook): string[] {
  // Where a deploy is needed, that note tells when there was one.
  const updated = deployedAt === null || needsDeploy ? '' : minuteWords(deployedAt)
  return [
    `deployment ${deploymentLink(run)}`,
    updated === '' ? '' : `last updated ${updated}`,
    isPrivate(report) ? sourceWords(code) : '',
  ]
}

function sourceWords(code: CodeSource): string {
  switch (code.kind) {
    case 'git': {
      const { repository, branch, commit } = code
      const at = commit ?? branch
      const what = at === null ? 'the default branch' : plainText(at, addressLimit)
      return `cloned from ${what} of ${plainText(repository, addressLimit)} when the run starts`
    }
    case 'image':
      return `in the image ${plainText(code.image, addressLimit)}`
    case 'path':
      return `from ${plainText(code.path, addressLimit)}`
    case 'unknown':
      return ''
  }
}
