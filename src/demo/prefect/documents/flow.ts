import { randomUUID } from 'node:crypto'

export interface Flow {
  id: string
  created: string
  updated: string
  name: string
  tags: string[]
  labels: Record<string, string>
}

/** The document of a new flow. */
export function createFlow(name: string, now: () => string): Flow {
  return { id: randomUUID(), created: now(), updated: now(), name, tags: [], labels: {} }
}
