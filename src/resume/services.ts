import type { Logger } from 'pino'
import type { FlowRunReference, PrefectClient } from '../prefect/index.ts'
import type { Rules } from './decide.ts'
import type { Merge } from './merge.ts'
import type { Report, RunReport } from './report.ts'

/** A Prefect workspace that we serve. */
export interface Workspace {
  /** Stays the same through restarts: what is followed is stored under it. */
  name: string
  client: PrefectClient
}

/** A run whose next state somebody waits for. */
export interface FollowedRun {
  mergeKey: string
  workspace: string
  id: string
  /** The newest state that was told; null for none. */
  state: { type: string; name: string } | null
  /** When its state was last seen to change, in milliseconds since 1970, by our own clock. */
  changedAt: number
}

/** What is stored of a run of a merge. */
export interface RememberedRun {
  report: RunReport
  /** The workspace to ask; null when it is not ours. */
  workspace: string | null
  following: boolean
}

/** What resuming needs from outside: everything that reads, writes or tells the time. */
export interface ResumeServices {
  rules: Rules
  /** Decide and tell, but set nothing. */
  dryRun: boolean
  /** How long a merge is worked on and its runs are followed, in milliseconds. */
  followFor: number
  workspaces: {
    /** The workspace of a run's URL; null when we do not serve it. */
    of(reference: Pick<FlowRunReference, 'account' | 'workspace'>): Workspace | null
    byName(name: string): Workspace | null
  }
  store: {
    /** Stores what people are to read, and what became of each run. */
    remember(report: Report, runs: readonly RememberedRun[]): Promise<void>
    followed(): Promise<FollowedRun[]>
  }
  /** Whether the App serves this repository. Throws while that cannot be told. */
  serves(merge: Merge): Promise<boolean>
  /** Called when there is something new to tell; telling takes its own time. */
  tell(): void
  /** Milliseconds since 1970. */
  now(): number
  /** Waits so many milliseconds. */
  wait(duration: number): Promise<void>
  log: Logger
}

/** What the follower needs of it. */
export type FollowServices = Pick<ResumeServices, 'followFor' | 'workspaces' | 'store' | 'now' | 'log'>
