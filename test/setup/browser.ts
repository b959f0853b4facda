import { request } from 'node:http'
import { text } from 'node:stream/consumers'

/** What a browser is shown. */
export interface Shown {
  status: number
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface Form {
  action: string
  values: URLSearchParams
}

export interface Browser {
  /** Opens an address, and goes where it is led. */
  open(url: string, headers?: Record<string, string>): Promise<Shown>
  /** Sends the form of a page with these values filled in, and goes where it is led. */
  submit(page: Shown, filled?: Record<string, string>, headers?: Record<string, string>): Promise<Shown>
}

/** A browser without scripts: cookies by host, redirects, forms. Its headers may be changed, as no real one lets. */
export function startBrowser(): Browser {
  const cookies = new Map<string, string>()

  async function go(
    method: string,
    url: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<Shown> {
    const { host, hostname } = new URL(url)
    const shown = await exchange(method, url, { Cookie: cookies.get(hostname) ?? '', ...headers }, body)
    for (const cookie of [shown.headers['set-cookie'] ?? []].flat()) {
      cookies.set(hostname, cookie.split(';')[0] ?? '')
    }
    const { location } = shown.headers
    if (typeof location !== 'string') return shown
    const target = new URL(location, url)
    return go('GET', target.href, target.host === host ? keepHost(headers) : {}, '')
  }

  return {
    open: (url, headers = {}) => go('GET', url, headers, ''),
    submit(page, filled = {}, headers = {}) {
      const { action, values } = formOf(page)
      for (const [name, value] of Object.entries(filled)) values.set(name, value)
      const type = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: new URL(page.url).origin }
      return go('POST', action, { ...type, ...headers }, values.toString())
    },
  }
}

/** The form of a page as it would be sent untouched. */
export function formOf({ body, url }: Shown): Form {
  const [, action] = /<form [^>]*action="([^"]*)"/.exec(body) ?? []
  if (action === undefined) throw new Error(`There is no form on this page:\n${body}`)
  const values = new URLSearchParams()
  for (const [input] of body.matchAll(/<input[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? []
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? []
    if (!input.includes('type="checkbox"') || / checked/.test(input)) values.set(name, decoded(value))
  }
  return { action: new URL(decoded(action), url).href, values }
}

/** The text of a page, as a reader sees it. */
export function textOf({ body }: Shown): string {
  const [, main = ''] = /<main>(.*)<\/main>/s.exec(body) ?? []
  return decoded(main.replace(/<\/?(?:a|b|code)\b[^>]*>/g, '').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function decoded(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

function keepHost({ Host: host }: Record<string, string>): Record<string, string> {
  return host === undefined ? {} : { Host: host }
}

function exchange(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      text(response).then(
        (shown) => resolve({ status: response.statusCode ?? 0, url, headers: response.headers, body: shown }),
        reject,
      )
    })
    sent.once('error', reject).end(body)
  })
}
