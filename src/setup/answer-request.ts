import type { IncomingMessage } from 'node:http'
import { readBody } from '../server/index.ts'
import { type Answered, answerReturn } from './answer-return.ts'
import { findCredentials } from './dot-env/credentials.ts'
import { isExpectedHost } from './expected-host.ts'
import { completeManifest, type Manifest } from './manifest.ts'
import type { SetupOptions } from './options.ts'
import { leadTo, lineAnswer, type PageAnswer, pageAnswer } from './page.ts'
import { askPage } from './pages/ask-page.ts'
import { reviewPage } from './pages/review-page.ts'
import type { Session } from './session.ts'
import type { States } from './states.ts'
import { type Given, type Problems, readWishes, type Wishes } from './wishes.ts'

/** The path of the first page; all others lie below it. */
export const setupPath = '/probot'

/** No form of ours is larger, in bytes. */
const largestForm = 16 * 1024

export interface Setting {
  options: SetupOptions
  manifest: Manifest
  session: Session
  states: States<Wishes>
}

/** Answers a request for a page of the set-up. Whoever is not the browser that was let in sees nothing. */
export async function answerRequest(request: IncomingMessage, setting: Setting): Promise<Answered> {
  const { options, session, states } = setting
  const { http, publicUrl } = options
  if (!isExpectedHost(request.headers.host, { listening: http.host, publicUrl })) {
    return { answer: lineAnswer(403, 'The set-up is not served under this name.') }
  }
  const url = new URL(`http://setup${request.url}`)
  const what = `${request.method} ${url.pathname}`
  const token = what === `GET ${setupPath}` ? url.searchParams.get('token') : null
  const cookie = token === null ? null : session.enter(token)
  if (cookie !== null) return { answer: leadTo(setupPath, { 'Set-Cookie': cookie }) }
  if (!session.holds(request)) {
    return { answer: lineAnswer(403, 'Open the address that the terminal shows. It is good once.') }
  }
  // The token has done its work: it need not stay in the address and the history.
  if (token !== null) return { answer: leadTo(setupPath) }

  if (what === `GET ${setupPath}`) return { answer: await ask(setting, initial(options)) }
  if (what === `POST ${setupPath}`) return { answer: await review(request, setting) }
  if (what === `GET ${setupPath}/setup`) return await answerReturn(url, states, options)
  return { answer: lineAnswer(404, 'There is nothing here.') }
}

function initial({ publicUrl }: SetupOptions): { given: Given; problems: Problems } {
  return { given: { public_url: publicUrl ?? '', organization: '', replace: false }, problems: {} }
}

async function ask(
  { options }: Setting,
  said: { given: Given; problems: Problems },
  status = 200,
): Promise<PageAnswer> {
  return pageAnswer(status, askPage({ ...options, ...said, there: await findCredentials(options.dotEnv) }))
}

/** Reads the answers, and shows what GitHub will be asked for. */
async function review(request: IncomingMessage, setting: Setting): Promise<PageAnswer> {
  const { options, manifest, states } = setting
  const { webUrl } = options.github
  const origin = ownOrigin(request)
  if (origin === null) return lineAnswer(403, 'The form was not sent from a page of this set-up.')
  const read = await readBody(request, largestForm)
  if (!read.read) return lineAnswer(413, 'The form is too large.')

  const occupied = (await findCredentials(options.dotEnv)).length > 0
  const answers = readWishes(new URLSearchParams(read.body), webUrl, occupied)
  if (!('wishes' in answers)) return await ask(setting, answers, 422)
  const { wishes } = answers
  const manifestText = completeManifest(manifest, wishes.publicUrl, `${origin}${setupPath}/setup`)
  const page = reviewPage({ manifest, wishes, webUrl, manifestText, state: states.issue(wishes) })
  return pageAnswer(200, page, new URL(webUrl).origin)
}

/** The origin of the page that sent a form, if it is one of ours: the host that it was sent to. */
function ownOrigin({ headers }: IncomingMessage): string | null {
  const origin = URL.parse(headers.origin ?? '')
  if (origin === null || !/^https?:$/.test(origin.protocol)) return null
  return origin.host === headers.host?.toLowerCase() ? origin.origin : null
}
