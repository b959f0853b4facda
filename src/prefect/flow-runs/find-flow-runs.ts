import { type FlowRunReference, readFlowRunPage } from './flow-run-page.ts'
import { readUiAddress } from './ui-address.ts'
import { urlStarts } from './url-starts.ts'
import { visibleParts } from './visible-parts.ts'

export type { FlowRunReference } from './flow-run-page.ts'

/**
 * The flow runs whose pages a Markdown text shows or links to, in the order in which a reader of the rendered
 * text meets them, each once. Pages under other hosts, and what a reader cannot see, are not looked at.
 *
 * @param text Markdown as GitHub renders it; any size, though time grows with it
 * @param uiUrls where Prefect's UI is served; an account and workspace in one do not narrow the search
 * @throws {UnusableUiUrlError} where one of them is not an http(s) URL
 */
export function findFlowRuns(text: string, uiUrls: readonly string[]): FlowRunReference[] {
  const addresses = uiUrls.map(readUiAddress)
  const found = new Map<string, FlowRunReference>()
  for (const part of visibleParts(text)) {
    for (const start of part.kind === 'target' ? [0] : urlStarts(part.text)) {
      const reference = readFlowRunPage(part.text, start, addresses)
      if (reference && !found.has(reference.id)) found.set(reference.id, reference)
    }
  }
  return [...found.values()]
}
