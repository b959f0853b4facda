export type { Rules } from './decide.ts'
export { createFollower } from './follow.ts'
export type { LeftAlone, RelatedRun } from './left-alone.ts'
export { matchesGlob } from './matches-glob.ts'
export { type Merge, mergeKey, mergeName, mergeSchema } from './merge.ts'
export { nextLook } from './next-look.ts'
export type { CodeSource, Outlook, Warning } from './outlook.ts'
export { type Plan, planSchema } from './plan.ts'
export { planMerge, type Recipe } from './plan-merge.ts'
export type { PlannedRun } from './planned-run.ts'
export type { Report } from './report.ts'
export { isSameState, isTerminal, type ReportedState } from './reported-state.ts'
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
export {
  isUnderWay,
  type Obstacle,
  type RunOutcome,
  type RunReport,
  runReportSchema,
  stateSince,
} from './run-report.ts'
export type {
  FollowedRun,
  FollowServices,
  RememberedRun,
  ReportStore,
  ResumeServices,
  SeenRun,
  Workspace,
} from './services.ts'
export { type CommentMode, type Standing, standingSchema } from './standing.ts'
export { tellingAttempt } from './telling-attempt.ts'
export type { Work } from './work.ts'
