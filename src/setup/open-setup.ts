import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { createHandler } from '../server/index.ts'
import { answerRequest, type Setting, setupPath } from './answer-request.ts'
import type { Answered } from './answer-return.ts'
import { listen } from './listen.ts'
import { readManifest } from './manifest.ts'
import type { SetupOptions, SetupOutcome } from './options.ts'
import { lineAnswer, type PageAnswer } from './page.ts'
import { createSession } from './session.ts'
import { createStates } from './states.ts'

export interface Setup {
  /** Where it listens, for a browser on this machine. */
  url: string
  /** The path and query that let one browser in; to be shown to the person, and never logged. */
  way: string
  /** Resolves when there is an App and the browser has been told so. */
  done: Promise<SetupOutcome>
  close(): Promise<void>
}

/**
 * Opens the pages on which a person registers the GitHub App. Deliveries are refused meanwhile, so that GitHub keeps
 * them, and the server is not ready.
 *
 * @throws PortTakenError
 */
export async function openSetup(options: SetupOptions): Promise<Setup> {
  const { log } = options
  const session = createSession()
  const setting: Setting = { options, session, manifest: readManifest(), states: createStates() }
  const { promise: done, resolve } = Promise.withResolvers<SetupOutcome>()
  const others = createHandler(log)
  others.close('There is no GitHub App yet: it is being set up.')
  let over = false

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?')
    const isOurs = path === setupPath || path.startsWith(`${setupPath}/`)
    if (over || !isOurs) return await others.handle(request, response)
    const { answer, outcome } = await answerRequest(request, setting).catch((error: unknown): Answered => {
      log.error({ err: error }, 'a page of the set-up failed')
      return { answer: lineAnswer(500, 'Something is wrong; the log of the program says what.') }
    })
    if (outcome !== undefined) over = true
    await send(response, answer)
    if (outcome !== undefined) resolve(outcome)
  }

  const listener = await listen(handle, options.http)
  return {
    url: listener.url,
    way: `${setupPath}?token=${session.token}`,
    done,
    close: listener.close,
  }
}

/** Resolves when the answer is on its way, or nobody waits for it any more. */
async function send(response: ServerResponse, { status, headers, body }: PageAnswer): Promise<void> {
  const length = Buffer.byteLength(body)
  response.writeHead(status, { ...headers, 'Content-Length': length, Connection: 'close' }).end(body)
  await finished(response).catch(() => undefined)
}
