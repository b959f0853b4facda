export type { MergeWork } from './act.ts'
export type { Rules } from './decide.ts'
export { createFollower } from './follow.ts'
export { matchesGlob } from './matches-glob.ts'
export { type Merge, mergeKey, mergeName, mergeSchema } from './merge.ts'
export { type Plan, planMerge, type Recipe } from './plan-merge.ts'
export type { PlannedRun } from './planned-run.ts'
export {
  type LeftAlone,
  type Obstacle,
  type Report,
  type ReportedState,
  type RunOutcome,
  type RunReport,
  reportSchema,
} from './report.ts'
export { isUnderWay, stateSince } from './reported-state.ts'
export {
  defaultRepositorySettings,
  type RepositorySettings,
  type SettingsFile,
  type SettingsProblem,
  type SettingsReading,
  settingsFileSchema,
  settingsProblemSchema,
} from './repository-settings.ts'
export { defineResumeOnMerge } from './resume-on-merge.ts'
export type { FollowedRun, FollowServices, RememberedRun, ResumeServices, Workspace } from './services.ts'
