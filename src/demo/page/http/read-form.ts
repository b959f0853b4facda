import type { IncomingMessage } from 'node:http'

/** Our forms hold a token only. In bytes. */
const largest = 4096

/** The fields of a form; null when it is larger than any of ours. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A request without encoding gives bytes.')
    size += chunk.length
    if (size > largest) return null
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
