import type { Backend } from 'openworkflow/internal'

/** The engine's own store, and what the engine itself does not do with it. */
export interface EngineStore {
  backend: Backend
  /** Deletes some of the workflow runs that ended before then, with their steps; how many: 0 when none is left. */
  forget(before: Date): Promise<number>
  close(): Promise<void>
}
