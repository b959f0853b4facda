import type { IncomingMessage, ServerResponse } from 'node:http'
import { listPage } from '../html/list-page.ts'
import { messagePage } from '../html/message-page.ts'
import { pullRequestPage } from '../html/pull-request-page.ts'
import { regionsOf } from '../html/region.ts'
import { runPage } from '../html/run-page.ts'
import type { Changes } from '../story/changes.ts'
import type { Stories } from '../story/stories.ts'
import { repository, type Story, storyPath } from '../story/story.ts'
import { hasToken, isOwnHost, isOwnOrigin } from './guard.ts'
import { readForm } from './read-form.ts'
import { page, type Reply, seeOther, send } from './reply.ts'
import { streamRegions } from './stream-regions.ts'

export interface Site {
  stories: Stories
  changes: Changes
  assets: ReadonlyMap<string, Reply>
  /** Stands in every form of ours. */
  token: string
  /** The address and port that the site listens on. */
  host: string
}

const pullRequestPaths = new RegExp(`^/${repository}/pull/(\\d{1,9})(?:/([a-z-]+))?$`)
const runPaths = /^\/runs\/flow-run\/([0-9a-f-]{36})$/i

/** Answers a request to the site. */
export async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(request.headers, site.host)) {
    return send(response, refusal(421, 'This site answers to its address on this machine only.'))
  }
  const [path = ''] = (request.url ?? '').split('?')
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return show(site, path, response)
    case 'POST':
      return send(response, await act(site, path, request))
    default:
      return send(response, refusal(405, 'Pages are read with GET, and forms are sent with POST.'))
  }
}

function show(site: Site, path: string, response: ServerResponse): void {
  const { stories, changes, assets, token } = site
  const [, number, part] = pullRequestPaths.exec(path) ?? []
  const story = number === undefined ? null : stories.find(Number(number))
  if (story !== null && part === 'events' && response.req.method === 'GET') {
    const read = () => regionsOf(pullRequestPage(stories.find(story.number) ?? story, token))
    streamRegions(response, read, changes.listen)
    return
  }
  send(response, assets.get(path) ?? showPage(site, path, part === undefined ? story : null))
}

function showPage({ stories, token }: Site, path: string, story: Story | null): Reply {
  if (path === '/') return page(listPage(stories.list()))
  if (story !== null) return page(pullRequestPage(story, token))
  const [, run] = runPaths.exec(path) ?? []
  const named = run === undefined ? null : stories.findByRun(run)
  return named === null ? nothing() : page(runPage(named))
}

/** What a form does. Only forms of our own pages do anything. */
async function act({ stories, token }: Site, path: string, request: IncomingMessage): Promise<Reply> {
  if (!isOwnOrigin(request.headers)) return refusal(403, 'This form was sent from another site.')
  const form = await readForm(request)
  if (form === null) return refusal(413, 'This form is larger than any of ours.')
  if (!hasToken(form, token)) {
    return refusal(403, 'This form is from before the demo was started anew. Reload its page, and try again.')
  }
  const [, digits, action] = pullRequestPaths.exec(path) ?? []
  const number = Number(digits)
  switch (action) {
    case 'merge':
    case 'close':
      if (stories.find(number) === null) return nothing()
      stories.end(number, action)
      return seeOther(`${storyPath({ number })}#conversation`)
    case 'start-over': {
      const anew = stories.startOver(number)
      return anew === null ? nothing() : seeOther(storyPath(anew))
    }
    default:
      return nothing()
  }
}

function nothing(): Reply {
  return refusal(404, 'There is no page at this address. The demo may have been started anew since.')
}

function refusal(status: number, says: string): Reply {
  return page(messagePage(status === 404 ? 'Not found' : 'Not done', says), status)
}
