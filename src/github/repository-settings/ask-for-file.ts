import { once } from 'node:events'
import type { Octokit } from '@octokit/core'
import { z } from 'zod'
import { type Place, settingsPath } from './place.ts'
import { longestText } from './read-yaml.ts'

/** What GitHub says of a file. */
export type FileAnswer =
  | { kind: 'text'; text: string; etag: string | null }
  /** As it was when GitHub gave that ETag. */
  | { kind: 'same' }
  | { kind: 'missing'; etag: string | null }
  | { kind: 'no-branch' }
  /** A directory, a submodule, or a link that leads to no file; `what` says which. */
  | { kind: 'no-file'; what: string }
  /** The App lacks the permission to read it. */
  | { kind: 'forbidden' }
  /** The installation is gone or suspended: nothing of the owner is ours to see any more; `why` says how. */
  | { kind: 'not-installed'; why: string }
  /** GitHub does not take our token, as for a while after the App was removed. */
  | { kind: 'unauthorized' }
  /** GitHub did not say; `because` follows `since`, and may be told to anybody. */
  | { kind: 'no-answer'; because: string; error: unknown }

/** How long GitHub is asked, in milliseconds: a client may wait an hour until it may ask again. */
const patience = 10_000

const refusalSchema = z.object({
  status: z.int(),
  message: z.string().catch(''),
  request: z.object({ url: z.string() }),
  response: z.object({ headers: z.object({ etag: z.string().optional() }) }).optional(),
})

/** How GitHub writes what is no file. */
const entrySchema = z.union([
  z.array(z.unknown()).transform(() => 'directory'),
  z.object({ type: z.enum(['symlink', 'submodule']) }).transform(({ type }) => type),
])

/**
 * A client of GitHub that asks at once, and once: the one of Probot keeps its calls apart by timers, which takes ten
 * times as long as the answer.
 */
export type PlainClient = Pick<Octokit, 'request'>

/** Asks GitHub for the file of settings at a place. @param etag of what is known; null to get the file in any case */
export async function askForFile(
  client: PlainClient,
  { owner, repo, ref }: Place,
  etag: string | null,
): Promise<FileAnswer> {
  const signal = AbortSignal.timeout(patience)
  const asked = client.request('GET /repos/{owner}/{repo}/contents/{path}', {
    owner,
    repo,
    path: settingsPath,
    ...(ref !== null && { ref }),
    mediaType: { format: 'raw' },
    headers: etag === null ? {} : { 'if-none-match': etag },
    request: { signal },
  })
  const late = once(signal, 'abort').then(() => Promise.reject(signal.reason))
  try {
    const { data, headers } = await Promise.race([asked, late])
    return readAnswer(data, headers.etag ?? null)
  } catch (error) {
    return readRefusal(error, signal.aborted)
  }
}

/** A file comes as its text; what is none comes as a document about it. */
function readAnswer(data: unknown, etag: string | null): FileAnswer {
  const text = data instanceof ArrayBuffer ? new TextDecoder().decode(data) : data
  // More is not worth keeping: it is too large in any case.
  if (typeof text === 'string') return { kind: 'text', text: text.slice(0, longestText + 1), etag }
  return { kind: 'no-file', what: entrySchema.catch('thing of another kind').parse(data) }
}

function readRefusal(error: unknown, isLate: boolean): FileAnswer {
  const parsed = refusalSchema.safeParse(error)
  const isAnswer = parsed.success && parsed.data.response !== undefined
  if (isLate || !isAnswer) {
    return {
      kind: 'no-answer',
      because: isLate ? 'it did not answer in time' : 'it could not be reached',
      error,
    }
  }
  const { status, message, request, response } = parsed.data
  if (status === 403 && /suspended/i.test(message))
    return { kind: 'not-installed', why: 'the installation is suspended' }
  // Whether a token can be had says nothing of the file.
  const isToken = request.url.includes('/access_tokens')
  if (isToken && status === 404) return { kind: 'not-installed', why: 'the App is not installed' }
  if (request.url.includes('/contents/')) {
    if (status === 401) return { kind: 'unauthorized' }
    if (status === 304) return { kind: 'same' }
    if (status === 404 && /no commit found/i.test(message)) return { kind: 'no-branch' }
    if (status === 404) return { kind: 'missing', etag: response?.headers.etag ?? null }
    if (status === 403 && /not accessible by integration/i.test(message)) return { kind: 'forbidden' }
  }
  return { kind: 'no-answer', because: `it answered ${status}`, error }
}
