import type { FlowRunReference } from './flow-run-page.ts'
import { mentions } from './mentions.ts'
import { readUiAddress } from './ui-address.ts'

export type { FlowRunReference } from './flow-run-page.ts'

/** A flow run that a text names, and whether the text says that its merge closes it. */
export type NamedFlowRun = FlowRunReference & {
  /**
   * Whether it directly follows a closing word on its line, where a reader sees it: a form of fix, close, resolve or
   * resume. True where any mention of the run does.
   */
  readonly closing: boolean
}

/**
 * The flow runs whose pages a Markdown text shows or links to, in the order in which a reader of the rendered
 * text meets them, each once. Pages under other hosts, and what a reader cannot see, are not looked at.
 *
 * @param text Markdown as GitHub renders it; any size, though time grows with it
 * @param uiUrls where Prefect's UI is served; an account and workspace in one do not narrow the search
 * @throws {UnusableUiUrlError} where one of them is not an http(s) URL
 */
export function findFlowRuns(text: string, uiUrls: readonly string[]): FlowRunReference[] {
  return findNamedFlowRuns(text, uiUrls).map(({ closing, ...reference }) => reference)
}

/**
 * The same flow runs, each with whether the text closes it: `Fixes A, B and C` closes all three (commas, semicolons,
 * `and`, `&` or mere blanks between them), but a list that begins with something else, as in `Fixes #12, A`, none.
 * The word counts as a whole, in any case, with or without a colon; not in a block of code, nor in another cell.
 *
 * @throws {UnusableUiUrlError} as findFlowRuns does
 */
export function findNamedFlowRuns(text: string, uiUrls: readonly string[]): NamedFlowRun[] {
  const found = new Map<string, NamedFlowRun>()
  for (const { run, closing } of mentions(text, uiUrls.map(readUiAddress))) {
    const known = found.get(run.id) ?? { ...run, closing: false }
    found.set(run.id, { ...known, closing: known.closing || closing })
  }
  return [...found.values()]
}
