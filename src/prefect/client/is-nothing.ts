import { z } from 'zod'
import type { Answer } from './outcome.ts'
import { readJson } from './read-json.ts'

/** The two forms in which Prefect says that there is no such thing. */
const wordSchema = z.union([z.object({ detail: z.string() }), z.object({ exception_message: z.string() })])

/** The form in which gateways tell of themselves; it has a `detail`, too (RFC 9457). */
const gatewayType = 'application/problem+json'

/** Whether Prefect itself says that there is no such thing. Anything in front of it with 404 says nothing about that. */
export function isNothing({ status, body, contentType }: Answer): boolean {
  return status === 404 && contentType !== gatewayType && wordSchema.safeParse(readJson(body)).success
}

/** Whether a request has its answer: what was asked for, or that there is no such thing. */
export function isAnswered(answer: Answer): boolean {
  return (answer.status >= 200 && answer.status < 300) || isNothing(answer)
}
