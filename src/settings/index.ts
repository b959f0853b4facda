export { durationForm, parseDuration } from './duration.ts'
export type { Environment } from './parse-variables.ts'
export { describeProblem, type Problem } from './problem.ts'
export { readSettings, type SettingsSources } from './read-settings.ts'
export { readSetupSettings, type SetupSettings } from './read-setup-settings.ts'
export { readStorageSettings } from './read-storage-settings.ts'
export type {
  GithubSettings,
  HttpSettings,
  LogSettings,
  PrefectSettings,
  ResumeSettings,
  Settings,
  StorageSettings,
  TemplateSettings,
} from './settings.ts'
export { SettingsError } from './settings-error.ts'
export { findWeakness } from './webhook-secret.ts'
