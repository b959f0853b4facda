import { z } from 'zod'
import type { Delivery, StoredRequest } from '../inbox/index.ts'
import { mayNameRun } from '../prefect/index.ts'
import { idSchema } from './id.ts'
import { pullRequestClosedSchema, readMerge } from './pull-request-closed.ts'

/** What every payload may have: enough to find the delivery again. */
const anyPayloadSchema = z.object({
  action: z.string().optional().catch(undefined),
  number: z.int().positive().optional().catch(undefined),
  repository: z.object({ id: idSchema, full_name: z.string() }).optional().catch(undefined),
})

/** Headers that prove or open something; nothing downstream needs them. */
const secretHeaders = /^(?:authorization|cookie|x-hub-signature(?:-256)?)$/i

/** A verified request of GitHub. */
export interface ReceivedRequest {
  guid: string
  event: string
  request: StoredRequest
  /** The request's body, parsed. */
  payload: unknown
}

/** Takes from a verified request what the inbox keeps; the payload only of a merge that may name a run. */
export function readDelivery({ guid, event, request, payload }: ReceivedRequest): Delivery {
  const { action, number, repository } = anyPayloadSchema.catch({}).parse(payload)
  return {
    guid,
    event,
    action: action ?? null,
    repository: repository === undefined ? null : { id: repository.id, fullName: repository.full_name },
    number: number ?? null,
    ...(event === 'pull_request' && action === 'closed'
      ? readClosed(request, payload)
      : { merged: null, outcome: 'not-a-merge' }),
  }
}

/** What is plain at once is decided at once: most pull requests name no flow run. */
function readClosed(request: StoredRequest, payload: unknown): Pick<Delivery, 'merged' | 'outcome'> {
  const closed = pullRequestClosedSchema.safeParse(payload)
  if (!closed.success) return { merged: null, outcome: null }
  if (!mayNameRun(closed.data.pull_request.body ?? '')) return { merged: null, outcome: 'names-no-run' }
  const merge = readMerge(closed.data)
  if (merge === null) return { merged: null, outcome: null }
  return {
    merged: { merge, request: { ...request, headers: withoutSecrets(request.headers) } },
    outcome: null,
  }
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secretHeaders.test(name)))
}
