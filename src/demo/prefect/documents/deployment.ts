import { randomUUID } from 'node:crypto'
import type { Flow } from './flow.ts'
import type { WorkPool } from './work-pool.ts'

export interface Deployment {
  id: string
  created: string
  updated: string
  name: string
  version: null
  description: null
  flow_id: string
  paused: boolean
  schedules: []
  concurrency_limit: null
  global_concurrency_limit: null
  concurrency_options: null
  job_variables: Record<string, unknown>
  parameters: Record<string, unknown>
  tags: string[]
  labels: Record<string, string>
  work_queue_name: string | null
  work_queue_id: string | null
  last_polled: string | null
  parameter_openapi_schema: { type: 'object'; properties: Record<string, unknown> }
  path: string
  pull_steps: []
  entrypoint: string
  storage_document_id: null
  infrastructure_document_id: null
  created_by: null
  updated_by: null
  work_pool_name: string | null
  status: 'READY' | 'NOT_READY'
  enforce_parameter_schema: boolean
}

/** @param pool null for a deployment that serves itself (`flow.serve`) */
export function createDeployment(
  { name, paused, tags }: { name: string; paused: boolean; tags: string[] },
  flow: Flow,
  pool: WorkPool | null,
  now: () => string,
): Deployment {
  return {
    id: randomUUID(),
    created: now(),
    updated: now(),
    name,
    version: null,
    description: null,
    flow_id: flow.id,
    paused,
    schedules: [],
    concurrency_limit: null,
    global_concurrency_limit: null,
    concurrency_options: null,
    job_variables: {},
    parameters: {},
    tags,
    labels: { 'prefect.flow.id': flow.id },
    work_queue_name: pool === null ? null : 'default',
    work_queue_id: pool?.default_queue_id ?? null,
    last_polled: pool?.status === 'READY' ? now() : null,
    parameter_openapi_schema: { type: 'object', properties: {} },
    path: '/flows',
    pull_steps: [],
    entrypoint: `flow.py:${flow.name.replaceAll('-', '_')}`,
    storage_document_id: null,
    infrastructure_document_id: null,
    created_by: null,
    updated_by: null,
    work_pool_name: pool?.name ?? null,
    status: pool?.status === 'READY' ? 'READY' : 'NOT_READY',
    enforce_parameter_schema: true,
  }
}
