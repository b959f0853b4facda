import { validateHeaderName, validateHeaderValue } from 'node:http'
import { z } from 'zod'
import { kind } from './kinds.ts'

/** The address of something that serves HTTP, without a trailing slash; credentials have variables of their own. */
export function httpUrl(example: string) {
  return kind(`an http or https URL without user, query or fragment, such as ${example}`, (address) => {
    const url = URL.parse(address)
    if (url === null || !/^https?:$/.test(url.protocol)) return undefined
    if (`${url.username}${url.password}${url.search}${url.hash}` !== '') return undefined
    return url.href.replace(/\/+$/, '')
  })
}

export const postgresUrl = kind(
  'the URL of a Postgres database: postgres://user:password@host:5432/name',
  (address) => (/^postgres(ql)?:$/.test(URL.parse(address)?.protocol ?? '') ? address : undefined),
)

/** A host, with a port where it needs one, but without a scheme or a path. */
export const host = kind('a host name without https:// and path, such as github.example.com', (name) =>
  /^[\w.-]+(:\d+)?$/.test(name) ? name.toLowerCase() : undefined,
)

const headersSchema = z.record(z.string(), z.string())

/** HTTP headers as a JSON object of names to values. */
export const headers = kind('a JSON object of header names to values, such as {"X-Team": "data"}', (json) => {
  try {
    const read = headersSchema.parse(JSON.parse(json))
    for (const [name, value] of Object.entries(read)) {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    }
    return read
  } catch {
    return undefined
  }
})
