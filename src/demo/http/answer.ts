/** What a stand-in answers: a JSON document, or a text as it is, or nothing. */
export interface Answer {
  status: number
  /** Sent as JSON; bigints as their digits. */
  body?: unknown
  /** Sent as it is, instead of a body. */
  text?: string
  headers?: Record<string, string>
}

/** The answer as the bytes and headers of HTTP. */
export function encode({ body, text, headers = {} }: Answer): {
  text: string
  headers: Record<string, string>
} {
  if (text !== undefined)
    return { text, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } }
  if (body === undefined) return { text: '', headers }
  return { text: toJson(body), headers: { 'content-type': 'application/json', ...headers } }
}

/** `JSON.stringify` for documents with ids above 2^53: a bigint becomes a JSON number of all its digits. */
export function toJson(value: unknown): string {
  const marked = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? `\uE000${item}\uE000` : item,
  )
  return marked.replace(/"\uE000(\d+)\uE000"/g, '$1')
}
