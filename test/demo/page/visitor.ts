import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { type OpenSite, openSite } from '../../../src/demo/index.ts'

const template = new URL('../../../templates/github.json.jinja', import.meta.url)

/** A site whose worker is as fast as the App can follow; what it says is an error of its own. */
export async function openFastSite(): Promise<OpenSite> {
  return await openSite({
    template: await readFile(template, 'utf8'),
    say: (line) => {
      throw new Error(line)
    },
    delays: { pending: 700, running: 300, end: 2500 },
  })
}

/** A part of a page that was sent to it. */
export interface SentRegion {
  id: string
  version: string
  html: string
}

/** The parts of a page as they are sent to it: at first all of them, then each that has changed. */
export async function* regionsOf(site: OpenSite, path: string): AsyncGenerator<SentRegion> {
  const { body } = await fetch(new URL(`${path}/events`, site.url))
  let rest = ''
  for await (const chunk of (body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream())) {
    const messages = `${rest}${chunk}`.split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const [, data] = /^event: region\ndata: (.*)$/.exec(message) ?? []
      if (data !== undefined) yield JSON.parse(data)
    }
  }
}

/** A page's HTML. */
export async function pageOf(site: OpenSite, path: string): Promise<string> {
  const response = await fetch(new URL(path, site.url))
  return await response.text()
}

/** The token in the forms of a page. */
export async function tokenOf(site: OpenSite, path: string): Promise<string> {
  return /name="token" value="([^"]+)"/.exec(await pageOf(site, path))?.[1] ?? ''
}

interface Sent {
  status: number
  location: string | undefined
  text: string
}

/** Sends a form as a browser does; headers that are null are left out. */
export function submit(
  site: OpenSite,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string | null> = {},
): Promise<Sent> {
  const { origin } = new URL(site.url)
  const all = { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers }
  const given = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, site.url),
      { method: 'POST', headers: Object.fromEntries(given), agent: false },
      (response) => {
        const { statusCode: status = 0, headers: answered } = response
        text(response).then((body) => resolve({ status, location: answered.location, text: body }), reject)
      },
    )
    asked.once('error', reject)
    asked.end(new URLSearchParams(fields).toString())
  })
}

/** Presses a button of a page. */
export async function press(site: OpenSite, path: string, action: string): Promise<Sent> {
  return await submit(site, `${path}/${action}`, { token: await tokenOf(site, path) })
}
