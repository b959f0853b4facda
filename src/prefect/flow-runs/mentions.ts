import {
  endLine,
  type Line,
  seeLinkEnd,
  seeLinkToRun,
  seeOther,
  seeRun,
  seeText,
  startLine,
} from './closing-words.ts'
import { type FlowRunReference, readFlowRunPage } from './flow-run-page.ts'
import type { UiAddress } from './ui-address.ts'
import { urlsIn } from './urls-in.ts'
import { visibleParts } from './visible-parts.ts'

/** One place where a text names a flow run. */
export type Mention = {
  readonly run: FlowRunReference
  /** Whether the run directly follows a closing word on its line. */
  readonly closing: boolean
}

/** Every place where a reader of the rendered text meets a flow run's page, in the order of the page. */
export function* mentions(text: string, addresses: readonly UiAddress[]): Generator<Mention> {
  const line = startLine()
  for (const part of visibleParts(text)) {
    switch (part.kind) {
      case 'text':
        yield* inText(part.text, addresses, line)
        break
      case 'code':
        yield* inCode(part.text, addresses)
        break
      case 'autolink':
      case 'link':
        yield* inTarget(part, addresses, line)
        break
      case 'link-end':
        seeLinkEnd(line)
        break
      case 'image':
        seeOther(line)
        break
      case 'line-end':
        endLine(line)
    }
  }
}

function* inTarget(
  { kind, target }: { readonly kind: 'autolink' | 'link'; readonly target: string },
  addresses: readonly UiAddress[],
  line: Line,
): Generator<Mention> {
  const run = readFlowRunPage(target, 0, addresses)
  if (run) yield { run, closing: kind === 'link' ? seeLinkToRun(line) : seeRun(line) }
  else if (kind === 'autolink') seeOther(line)
}

function* inText(text: string, addresses: readonly UiAddress[], line: Line): Generator<Mention> {
  let seen = 0
  for (const { start, end } of urlsIn(text)) {
    seeText(line, text.slice(seen, start))
    seen = end
    const run = readFlowRunPage(text, start, addresses)
    if (run) yield { run, closing: seeRun(line) }
    else seeOther(line)
  }
  seeText(line, text.slice(seen))
}

/** A block of code is a log or an example: its words (`Resuming …`) are not the author's. */
function* inCode(code: string, addresses: readonly UiAddress[]): Generator<Mention> {
  for (const { start } of urlsIn(code)) {
    const run = readFlowRunPage(code, start, addresses)
    if (run) yield { run, closing: false }
  }
}
