import { setTimeout } from 'node:timers/promises'

const attempts = 10

/**
 * The JSON of an answer of Prefect's API; undefined for one without. Asked again on 503, which a server with SQLite
 * answers while its database is locked, without any effect.
 *
 * @throws on any other answer but 2xx
 */
export async function request(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  body?: object,
): Promise<unknown> {
  const sent =
    body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, { method, ...sent })
    const text = await answer.text()
    if (answer.ok) return text === '' ? undefined : JSON.parse(text)
    if (answer.status !== 503 || attempt === attempts)
      throw new Error(`${method} ${url} answered ${answer.status}: ${text}`)
    await setTimeout(100 * attempt)
  }
}
