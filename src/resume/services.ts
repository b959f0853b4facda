import type { Logger } from 'pino'
import type { FlowRunReference, PrefectClient } from '../prefect/index.ts'
import type { Rules } from './decide.ts'
import type { Merge } from './merge.ts'
import type { Report } from './report.ts'
import type { ReportedState } from './reported-state.ts'
import type { SettingsReading } from './repository-settings.ts'
import type { RunReport } from './run-report.ts'
import type { Standing } from './standing.ts'

/** A Prefect workspace that we serve. */
export interface Workspace {
  /** Stays the same through restarts: what is followed is stored under it. */
  name: string
  client: PrefectClient
}

/** A run whose next state somebody waits for. */
export interface FollowedRun {
  /** Of this run in this attempt of this merge. */
  key: string
  mergeKey: string
  workspace: string
  /** The flow run's id. */
  id: string
  /** The newest state that was told; null for none. */
  state: Pick<ReportedState, 'type' | 'name'> | null
  /** When its state was last seen to change, in milliseconds since 1970, by our own clock. */
  changedAt: number
  /** When waiting ends, in milliseconds since 1970. */
  until: number
  /** Whether it was told that nobody picks it up. */
  stuck: boolean
}

/** What is stored of a run of a merge. */
export interface RememberedRun {
  report: RunReport
  /** Its place in the pull request. */
  position: number
  /** The workspace to ask; null when it is not ours. */
  workspace: string | null
  /** When following it ends, in milliseconds since 1970. */
  until: number
}

/** What becomes of merges, kept durably. */
export interface ReportStore {
  /** What one attempt of a merge has stored so far of its runs. */
  runsOf(mergeKey: string, attempt: number): Promise<RunReport[]>
  /** Stores what holds for a merge and what became of its runs; people are then to be told. */
  remember(mergeKey: string, standing: Standing, runs: readonly RememberedRun[]): Promise<void>
  /** Notes that nothing is left to do for a merge; gives its report, once. Null while there is, and for a second caller. */
  finish(mergeKey: string): Promise<Report | null>
  /** The followed runs that are to be looked at by now, those that wait longest first. */
  due(now: number, most: number): Promise<FollowedRun[]>
  /** Notes when runs are to be looked at again, in milliseconds since 1970. */
  lookAgain(keys: readonly string[], at: number): Promise<void>
  /** What is stored of these followed runs. */
  followedReports(keys: readonly string[]): Promise<ReadonlyMap<string, RunReport>>
  /** Stores what was seen of followed runs; people are then to be told. */
  advance(seen: readonly SeenRun[]): Promise<void>
  /** Takes or keeps a right that only one program has, for so many milliseconds; whether it has it. */
  hold(right: string, duration: number): Promise<boolean>
  /** Gives such a right back, so that nobody waits for its end. */
  letGo(right: string): Promise<void>
}

/** A followed run as it was just seen. */
export interface SeenRun {
  key: string
  mergeKey: string
  report: RunReport
  /** When its state was last seen to change, and when it is looked at next, in milliseconds since 1970. */
  changedAt: number
  lookAt: number
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
  store: ReportStore
  /** Why the App does not serve this repository; null when it does. Throws while that cannot be told. */
  whyNotServed(merge: Merge): Promise<string | null>
  /** The settings that the repository has for this merge. */
  readSettings(merge: Merge): Promise<SettingsReading>
  /** Called when there is something new to tell; telling takes its own time. */
  tell(): void
  /** Milliseconds since 1970. */
  now(): number
  /** Waits so many milliseconds; rejects when the signal is aborted. */
  wait(duration: number, signal?: AbortSignal): Promise<void>
  log: Logger
}

/** What the follower needs of it. */
export type FollowServices = Pick<ResumeServices, 'workspaces' | 'store' | 'tell' | 'now' | 'log'>
