import type { IncomingMessage } from 'node:http'

export type ReadBody =
  | { read: true; body: string }
  | { read: false; because: 'too-large' | 'crowded' | 'aborted' }

/**
 * Reads a request's body as text, up to a limit in bytes. A body that announces more is not read at all.
 *
 * The limit counts what arrives, not what `Content-Length` says.
 *
 * @param take asked for the bytes of each piece before it is kept; where it has none left, it is too crowded here
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
  take: (bytes: number) => boolean = () => true,
): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { read: false, because: 'too-large' }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('A request without encoding gives bytes.')
      size += chunk.length
      if (size > limit) return { read: false, because: 'too-large' }
      if (!take(chunk.length)) return { read: false, because: 'crowded' }
      chunks.push(chunk)
    }
  } catch (error) {
    if (request.destroyed) return { read: false, because: 'aborted' }
    throw error
  }
  return { read: true, body: Buffer.concat(chunks).toString('utf8') }
}
