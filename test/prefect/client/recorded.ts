import { readdirSync, readFileSync } from 'node:fs'
import nock from 'nock'
import { z } from 'zod'

const folder = new URL('../../fixtures/prefect-api/', import.meta.url)

const recordedSchema = z.object({
  request: z.object({ method: z.enum(['GET', 'POST']), path: z.string(), body: z.json().optional() }),
  response: z.object({ status: z.number(), body: z.json() }),
})

/** What a real server was asked once, and what it answered. */
export type Recorded = z.output<typeof recordedSchema>

/** The names of everything that was recorded. */
export function recordedNames(): string[] {
  return readdirSync(folder).map((name) => name.replace(/\.json$/, ''))
}

export function recorded(name: string): Recorded {
  return recordedSchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))
}

/** Answers the recorded request once more as it was answered. The body need not be the same. */
export function replay({ request, response }: Recorded): nock.Scope {
  const body = response.body === '' ? '' : JSON.stringify(response.body)
  return nock('http://prefect.test')
    .intercept(`/api${request.path}`, request.method)
    .reply(response.status, body, { 'content-type': 'application/json' })
}
