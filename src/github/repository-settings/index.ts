export { parseRepositorySettings } from './parse-repository-settings.ts'
export { settingsPath } from './place.ts'
export { createSettingsReader, type SettingsServices } from './read-repository-settings.ts'
export type { KnownFile, SettingsMemory } from './settings-memory.ts'
