import { randomUUID } from 'node:crypto'
import type { ConcurrencyLimit } from './concurrency-limit.ts'
import type { Flow } from './flow.ts'
import type { WorkPool } from './work-pool.ts'
import type { WorkQueue } from './work-queue.ts'

export interface Deployment {
  id: string
  created: string
  updated: string
  name: string
  version: string | null
  description: null
  flow_id: string
  paused: boolean
  schedules: []
  /** Always null: `global_concurrency_limit` took its place. */
  concurrency_limit: null
  global_concurrency_limit: ConcurrencyLimit | null
  concurrency_options: null
  job_variables: Record<string, unknown>
  parameters: Record<string, unknown>
  tags: string[]
  labels: Record<string, string>
  work_queue_name: string | null
  work_queue_id: string | null
  last_polled: string | null
  parameter_openapi_schema: { type: 'object'; properties: Record<string, unknown> }
  path: string | null
  /** Each is an object of one key: the step with its inputs. */
  pull_steps: Record<string, Record<string, unknown>>[]
  entrypoint: string
  storage_document_id: null
  infrastructure_document_id: null
  created_by: null
  updated_by: null
  work_pool_name: string | null
  status: 'READY' | 'NOT_READY'
  enforce_parameter_schema: boolean
}

/** Where the runs of a deployment wait for a worker. */
export interface Place {
  pool: WorkPool
  queue: WorkQueue
}

/** @param place null for a deployment that serves itself (`flow.serve`) */
export function createDeployment(
  { name, tags }: { name: string; tags: string[] },
  flow: Flow,
  place: Place | null,
  now: () => string,
): Deployment {
  const isReady = place === null || place.pool.status === 'READY'
  return {
    id: randomUUID(),
    created: now(),
    updated: now(),
    name,
    version: null,
    description: null,
    flow_id: flow.id,
    paused: false,
    schedules: [],
    concurrency_limit: null,
    global_concurrency_limit: null,
    concurrency_options: null,
    job_variables: {},
    parameters: {},
    tags,
    labels: { 'prefect.flow.id': flow.id },
    work_queue_name: place?.queue.name ?? null,
    work_queue_id: place?.queue.id ?? null,
    last_polled: isReady ? now() : null,
    parameter_openapi_schema: { type: 'object', properties: {} },
    path: '/flows',
    pull_steps: [],
    entrypoint: `flow.py:${flow.name.replaceAll('-', '_')}`,
    storage_document_id: null,
    infrastructure_document_id: null,
    created_by: null,
    updated_by: null,
    work_pool_name: place?.pool.name ?? null,
    status: isReady ? 'READY' : 'NOT_READY',
    enforce_parameter_schema: true,
  }
}
