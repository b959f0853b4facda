import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { createDemoLog } from '../demo-log.ts'
import { listen } from '../http/index.ts'
import { startWorld, type WorldOptions } from '../start-world.ts'
import { answer, type Site } from './http/site.ts'
import { readAssets } from './read-assets.ts'
import { createChanges, tellChangesOf } from './story/changes.ts'
import { openStories, type Stories } from './story/stories.ts'

export interface SiteOptions {
  /** The source of the webhook template. */
  template: string
  /** A free one unless given. */
  port?: number
  /** Told what the App warns of. */
  say: (line: string) => void
  /** How fast the worker is. */
  delays?: WorldOptions['delays']
}

/** The site of the demo, open. */
export interface OpenSite {
  /** Its address, to be opened in a browser. */
  url: string
  /** Ends everything, and leaves nothing behind. */
  close(): Promise<void>
}

/** So that a reader sees the comment change; in milliseconds. */
const usualDelays = { pending: 3000, running: 500, end: 5000 }

/**
 * Opens a site of pull requests to try, on loopback, with our real server behind it.
 *
 * @throws the error of `listen` with the code `EADDRINUSE`, where the port is taken
 */
export async function openSite(options: SiteOptions): Promise<OpenSite> {
  const { port = 0 } = options
  let site: Site | null = null
  let closing = false
  // What goes wrong because everything is being closed is no news.
  const say = (line: string): void => (closing ? undefined : options.say(line))
  const server = createServer((request, response) => {
    if (site === null) return void response.writeHead(503).end()
    answer(site, request, response).catch((error: unknown) => {
      say(`Demo     ${String(error)}`)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const listener = await listen(server, port)
  try {
    const opened = await fillSite({ ...options, say }, listener.origin)
    site = opened.site
    return {
      url: `${listener.origin}/`,
      async close() {
        closing = true
        await Promise.all([listener.close(), opened.close()])
      },
    }
  } catch (error) {
    await listener.close()
    throw error
  }
}

/** What the site shows. */
async function fillSite(
  { template, say, delays = usualDelays }: SiteOptions,
  origin: string,
): Promise<{ site: Site; close(): Promise<void> }> {
  const assets = await readAssets()
  const changes = createChanges()
  let hear: Stories['hear'] = () => {}
  const log = createDemoLog(say, (line) => hear(line))
  const world = await startWorld({ template, log, delays, uiUrl: origin })
  const stories = openStories(world, origin, changes)
  hear = stories.hear
  for (const { until } of [world.github, world.prefect]) void tellChangesOf(until, changes)
  const token = randomBytes(24).toString('base64url')
  return { site: { stories, changes, assets, token, host: new URL(origin).host }, close: world.close }
}
