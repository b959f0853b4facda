import { resolve } from 'node:path'
import { parseVariables } from './parse-variables.ts'
import { readEnvironment } from './read-environment.ts'
import type { SettingsSources } from './read-settings.ts'
import type { StorageSettings } from './settings.ts'
import { SettingsError } from './settings-error.ts'
import type { Variables } from './variables.ts'

const needed: ReadonlySet<string> = new Set<keyof Variables>(['DATA_DIR', 'DATABASE_URL'])

/**
 * Where things are stored, for those who only look there: whether the rest of the settings is right or not.
 *
 * @throws SettingsError only for what names the store
 */
export function readStorageSettings({
  environment,
  workingFolder,
}: Omit<SettingsSources, 'isTerminal'>): Pick<StorageSettings, 'dataFolder' | 'databaseUrl'> {
  const { values, problems } = parseVariables(readEnvironment(environment, workingFolder))
  const serious = problems.filter(({ variable }) => needed.has(variable))
  if (serious.length > 0) throw new SettingsError(serious)
  return {
    dataFolder: resolve(workingFolder, values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
  }
}
