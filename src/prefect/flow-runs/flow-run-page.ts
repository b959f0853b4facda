import { asciiLowerCase } from './ascii.ts'
import { isServedAt, type UiAddress } from './ui-address.ts'
import { uuid } from './uuid.ts'

/** A flow run that a text names, and where its page is. */
export type FlowRunReference = {
  /** The flow run's id, in lower case. */
  readonly id: string
  /** The URL of its page as found, up to and including the id. */
  readonly url: string
  /** Prefect Cloud's account and workspace, in lower case; null where the URL has none. */
  readonly account: string | null
  readonly workspace: string | null
}

const origin = /(https?:)\/\/([^\s/?#\\@<>"'`]+)(?=\/)/iy
// Not with the flag `u`: it would take the Kelvin sign for a `k`, and `ſ` for an `s`.
const page = new RegExp(
  `(?:/v2)?(?:/accounts?/(${uuid})/workspaces?/(${uuid}))?/(?:(?:flow-)?runs/)?flow-run/(${uuid})`,
  'iy',
)
// `_` ends emphasis; a `%` would be more of the same path segment; dot segments lead to another page.
const goesOn =
  /_*[0-9a-z-]|_*%[0-9a-f]{2}|(?:\/[^\s/?#<>"'`()[\]{}|\\]*)*?\/(?:\.|%2e){1,2}[/?#\\]|\/\.\.(?!\.)/iy

/**
 * The flow run whose page is the URL that begins at `at`, if it is one under one of the addresses.
 * All forms of the page that Prefect's UIs have had: `runs/flow-run/`, `flow-runs/flow-run/`, `flow-run/`.
 */
export function readFlowRunPage(
  text: string,
  at: number,
  addresses: readonly UiAddress[],
): FlowRunReference | undefined {
  const [start, scheme = '', host = ''] = matchAt(origin, text, at) ?? []
  if (start === undefined) return undefined
  const afterOrigin = at + start.length
  for (const address of addresses) {
    if (!isServedAt(address, asciiLowerCase(scheme), asciiLowerCase(host))) continue
    if (!text.startsWith(address.prefix, afterOrigin)) continue
    const reference = readPath(text, at, afterOrigin + address.prefix.length)
    if (reference) return reference
  }
  return undefined
}

function readPath(text: string, at: number, path: number): FlowRunReference | undefined {
  const [matched, account, workspace, id] = matchAt(page, text, path) ?? []
  if (matched === undefined || id === undefined) return undefined
  const end = path + matched.length
  if (matchAt(goesOn, text, end)) return undefined
  return {
    id: id.toLowerCase(),
    url: text.slice(at, end),
    account: account?.toLowerCase() ?? null,
    workspace: workspace?.toLowerCase() ?? null,
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
