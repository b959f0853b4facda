import { isUnderWay, type Report, type RunReport } from '../../resume/index.ts'
import { commentMarker } from './comment-marker.ts'
import { nameLimit, runLink, runName } from './names.ts'
import { plainText } from './plain-text.ts'
import { stateCell, stateMessage } from './state-words.ts'
import { wordsFor } from './words-for.ts'

/** GitHub takes 65,536 characters. */
const longest = 60_000

const footer =
  '<sub>resume-on-merge resumes the failed Prefect flow runs that a merged pull request names, and edits this comment as they go on. ' +
  'To leave a run alone, do not link to it; to turn this off, remove the repository from the GitHub App. More is in the README of resume-on-merge.</sub>'

const codeAndParameters =
  'A resumed run uses the code that its deployment has when it starts, and the parameters that were stored with it.'

const noLongerFollowed = 'This is no longer followed: how it ends is on the page of the flow run.'

/** The report as the Markdown of a comment: untrusted text in it does nothing, and it is never too long for GitHub. */
export function renderComment(report: Report): string {
  let shown = report.runs.length
  let comment = renderFirst(report, shown)
  while (comment.length > longest && shown > 0) {
    shown = Math.floor(shown / 2)
    comment = renderFirst(report, shown)
  }
  return comment
}

/** The comment with the first runs only. */
function renderFirst(report: Report, count: number): string {
  const runs = report.runs.slice(0, count)
  const [only] = report.runs.length === 1 ? runs : []
  const paragraphs = [
    commentMarker(report.merge),
    ...(only === undefined ? severalRuns(report, runs) : oneRun(report, only)),
    omitted(report, count),
    footer,
  ]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}

function oneRun(report: Report, run: RunReport): string[] {
  const { icon, says } = wordsFor(run)
  return [`### ${icon} ${runLink(run)} ${says}`, details(report, run), outlook(report), table([run])]
}

function severalRuns(report: Report, runs: readonly RunReport[]): string[] {
  const counts = [...Map.groupBy(report.runs, (run) => wordsFor(run).short)].map(
    ([short, group]) => `${group.length} ${short}`,
  )
  const lines = runs.map((run) => {
    const { icon, says } = wordsFor(run)
    return `- ${icon} ${runName(run)} ${says}. ${details(report, run)}`.trimEnd()
  })
  return [
    `### ${report.runs.length} flow runs: ${counts.join(', ')}`,
    table(runs),
    lines.join('\n'),
    outlook(report),
  ]
}

/** What to know beyond the headline of a run. */
function details(report: Report, run: RunReport): string {
  return sentences([wordsFor(run).next, stateMessage(report, run)])
}

/** What holds for all runs that have not ended. */
function outlook({ runs, following }: Report): string {
  if (!runs.some(isUnderWay)) return ''
  return following ? codeAndParameters : noLongerFollowed
}

function table(runs: readonly RunReport[]): string {
  const rows = runs.map((run) => {
    const flow = run.flowName === null ? '' : ` of flow ${plainText(run.flowName, nameLimit)}`
    return `| ${runLink(run)}${flow} | ${stateCell(run.was)} | ${stateCell(run.now)} |`
  })
  return rows.length === 0 ? '' : ['| Flow run | Was | Now |', '| --- | --- | --- |', ...rows].join('\n')
}

/** What the comment does not show. */
function omitted({ runs, beyondLimit }: Report, count: number): string {
  return sentences([
    runs.length > count ? `${runs.length - count} more flow runs do not fit into this comment.` : '',
    beyondLimit > 0 ? `${beyondLimit} more named, only the first ${runs.length} are looked at.` : '',
  ])
}

function sentences(all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ')
}
