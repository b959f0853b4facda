import { asciiLowerCase } from './ascii.ts'
import { findNamedFlowRuns } from './find-flow-runs.ts'
import { readFlowRunPage } from './flow-run-page.ts'
import { isServedAt, readUiAddress, type UiAddress } from './ui-address.ts'
import { urlsIn } from './urls-in.ts'
import { uuid } from './uuid.ts'

/** A URL that looks like a page of a run, but names no flow run. */
export type UnusedUrl = {
  /** Without credentials, query and fragment, and no longer than 500 characters. */
  readonly url: string
  readonly because: /** It would be a flow run's page, but Prefect's UI is served elsewhere. */
    | 'foreign-host'
    /** A flow run's page, but where no reader of the rendered text sees it. */
    | 'not-visible'
    /** A task run's page. */
    | 'task-run'
    /** An address of Prefect's REST API. */
    | 'api'
    /** In the UI, and meant to be a flow run's page, but without a whole id, or garbled. */
    | 'not-a-page'
}

/** What a URL says of where it leads, as it was written. */
type Parts = { readonly scheme: string; readonly host: string; readonly path: string }

const most = 20
const longest = 500
const parts = /^(https?:\/\/)(?:[^/?#]*@)?((?:\[[\da-f:.]+\]|[^/?#@:[\]]+)(?::\d{0,5})?)(\/[^?#]*)/i
const taskRunPage = new RegExp(`/task-run/${uuid}`, 'i')
const flowRunPage = new RegExp(`/flow-run/${uuid}(?![0-9a-z_%-])`, 'i')
const apiOfRun = new RegExp(`/flow_runs/${uuid}`, 'i')
const everyId = new RegExp(`(?=(${uuid}))`, 'gi') // even one within more digits than an id has

/**
 * The URLs in a Markdown text, hidden ones too, that look like pages of runs but name no flow run, and why: for people
 * who wonder why nothing happened. In order, each once, the first 20. One that has the id of a flow run which the text
 * does name is not among them. Time grows with the length of the text only.
 *
 * @param text Markdown as GitHub renders it
 * @param uiUrls where Prefect's UI is served
 * @throws {UnusableUiUrlError} where one of them is not an http(s) URL
 */
export function findUnusedUrls(text: string, uiUrls: readonly string[]): UnusedUrl[] {
  const addresses = uiUrls.map(readUiAddress)
  const named = new Set(findNamedFlowRuns(text, uiUrls).map(({ id }) => id))
  const unused = new Map<string, UnusedUrl>()
  for (const { start, end } of urlsIn(text)) {
    if (unused.size === most) break
    const written = text.slice(start, end)
    const read = readParts(written)
    if (!read || idsIn(read.path).some((id) => named.has(id))) continue
    const because = whyUnused(written, read, addresses)
    const url = cut(read.scheme + read.host + read.path)
    if (because && !unused.has(url)) unused.set(url, { url, because })
  }
  return [...unused.values()]
}

function whyUnused(
  written: string,
  { scheme, host, path }: Parts,
  addresses: readonly UiAddress[],
): UnusedUrl['because'] | undefined {
  if (taskRunPage.test(path)) return 'task-run'
  if (isApi(path)) return 'api'
  const ofUi = asciiLowerCase(scheme).replace('//', '')
  const own = addresses.some((address) => isServedAt(address, ofUi, asciiLowerCase(host)))
  if (!own) return flowRunPage.test(path) ? 'foreign-host' : undefined
  if (readFlowRunPage(written, 0, addresses)) return 'not-visible' // or it would have been found
  return /\/flow-run\//i.test(path) ? 'not-a-page' : undefined
}

function isApi(path: string): boolean {
  const api = path.search(/\/api\//i)
  return apiOfRun.test(path) || (api >= 0 && /\/flow_runs\//i.test(path.slice(api + '/api'.length)))
}

function readParts(url: string): Parts | undefined {
  const [, scheme, host, path] = parts.exec(url) ?? []
  return scheme !== undefined && host !== undefined && path !== undefined ? { scheme, host, path } : undefined
}

function idsIn(path: string): string[] {
  return [...path.matchAll(everyId)].map(([, id = '']) => id.toLowerCase())
}

/** Cut to the longest that is shown, and not within a character. */
function cut(url: string): string {
  return url.slice(0, longest).replace(/\p{Cs}$/u, '')
}
