import { request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Posted {
  status: number
  headers: Record<string, string>
  text: string
}

/** Posts bytes on a connection of their own. @param limit in milliseconds; past it the connection is closed */
export function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  limit: number,
): Promise<Posted> {
  const signal = AbortSignal.timeout(limit)
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, agent: false, signal }, (response) => {
      const answered = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
      )
      text(response).then(
        (content) => resolve({ status: response.statusCode ?? 0, headers: answered, text: content }),
        reject,
      )
    })
    asked.once('error', reject)
    asked.end(body)
  })
}
