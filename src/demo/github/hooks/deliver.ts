import { z } from 'zod'
import { readJson, toJson } from '../../http/index.ts'
import type { Delivery, LoggedDelivery } from '../world/delivery.ts'
import { timestamp } from '../world/time.ts'
import type { World } from '../world/world.ts'
import { deliveryHeaders } from './headers.ts'
import { post } from './post.ts'

/** What differs from how GitHub would deliver. */
export interface DeliveryOverrides {
  /** Where to, instead of the App's address. */
  url?: string
  guid?: string
  /** The secret to sign with. */
  secret?: string
  /** The bytes to send, signed unless the headers say otherwise. */
  rawBody?: string
  /** Added to the headers, or instead of them; null leaves one out. Names in GitHub's case. */
  headers?: Record<string, string | null>
  /** When the log says that it was, as GitHub writes times. */
  deliveredAt?: string
  /** How long the App may take, in milliseconds. @default 10_000 */
  limit?: number
  redelivery?: boolean
}

/** The first of the ids, all of which are too large for a number. */
const firstId = 9_123_456_789_012_345_678n

const known = z.object({
  action: z.string().optional(),
  installation: z.object({ id: z.number() }).optional(),
  repository: z.object({ id: z.number() }).optional(),
})

/** Signs and posts a delivery to the App, and logs how that went. Never rejects: what went wrong is in the log. */
export async function deliver(
  world: World,
  delivery: Delivery,
  overrides: DeliveryOverrides = {},
): Promise<LoggedDelivery> {
  const { secret = world.app.webhookSecret, limit = 10_000 } = overrides
  const url = overrides.url ?? world.hookUrl ?? ''
  const text = overrides.rawBody ?? toJson(delivery.payload)
  const named = { guid: overrides.guid ?? delivery.guid, event: delivery.event }
  const headers = merge(deliveryHeaders(world.app, named, text, secret), overrides.headers ?? {})
  const { action, installation, repository } = known.catch({}).parse(readJson(text))
  const begun = performance.now()
  const result = await attempt(url, headers, text, limit)
  const logged: LoggedDelivery = {
    ...named,
    ...result,
    id: firstId + BigInt(world.nextId()),
    action: action ?? null,
    deliveredAt: overrides.deliveredAt ?? timestamp(),
    redelivery: overrides.redelivery ?? false,
    duration: Math.round(performance.now() - begun) / 1000,
    installationId: installation?.id ?? null,
    repositoryId: repository?.id ?? null,
    url,
    request: { headers, text },
  }
  world.deliveries.push(logged)
  return logged
}

/** Another attempt of a delivery, with the same GUID, to where the App is now. */
export function redeliver(world: World, { guid, event, request }: LoggedDelivery): Promise<LoggedDelivery> {
  return deliver(world, { guid, event, payload: {} }, { rawBody: request.text, redelivery: true })
}

type Result = Pick<LoggedDelivery, 'status' | 'statusCode' | 'response'>

async function attempt(
  url: string,
  headers: Record<string, string>,
  text: string,
  limit: number,
): Promise<Result> {
  const nothing = { headers: {}, text: '' }
  try {
    const response = await post(url, headers, text, limit)
    const ok = response.status >= 200 && response.status < 300
    const status = ok ? 'OK' : `Invalid HTTP Response: ${response.status}`
    return { status, statusCode: response.status, response }
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError'
      ? { status: 'timed out', statusCode: 504, response: nothing }
      : { status: 'failed to connect to host', statusCode: 502, response: nothing }
  }
}

function merge(
  headers: Record<string, string>,
  changes: Record<string, string | null>,
): Record<string, string> {
  const merged: [string, string][] = []
  for (const [name, value] of Object.entries({ ...headers, ...changes })) {
    if (value !== null) merged.push([name, value])
  }
  return Object.fromEntries(merged)
}
