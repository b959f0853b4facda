import { join } from 'node:path'
import { parseVariables } from './parse-variables.ts'
import { readEnvironment } from './read-environment.ts'
import { githubApiUrl, githubWebUrl } from './read-github.ts'
import { readLog, type SettingsSources } from './read-settings.ts'
import type { HttpSettings, LogSettings } from './settings.ts'
import { SettingsError } from './settings-error.ts'
import type { Variables } from './variables.ts'

/** What the set-up of a GitHub App needs to know, whether the rest of the settings is right or not. */
export interface SetupSettings {
  readonly http: HttpSettings
  readonly log: LogSettings
  readonly github: {
    /** The root of GitHub's REST API, without a trailing slash. */
    readonly apiUrl: string
    /** Where people use GitHub, without a trailing slash. */
    readonly webUrl: string
  }
  /** The absolute path of `.env`, which need not be there yet. */
  readonly dotEnv: string
  /** The credentials that the environment itself sets, perhaps to nothing: what `.env` says of them is not read. */
  readonly overriding: readonly string[]
  readonly namesPrefect: boolean
}

const needed: ReadonlySet<string> = new Set<keyof Variables>([
  'HOST',
  'PORT',
  'LOG_LEVEL',
  'LOG_FORMAT',
  'GHE_HOST',
  'GHE_PROTOCOL',
])

const credentials = ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'] as const

/** @throws SettingsError only for what the set-up itself needs */
export function readSetupSettings(sources: SettingsSources): SetupSettings {
  const { environment, workingFolder, isTerminal } = sources
  const { values, problems, isSet } = parseVariables(readEnvironment(environment, workingFolder))
  const serious = problems.filter(({ variable }) => needed.has(variable))
  if (serious.length > 0) throw new SettingsError(serious)
  return {
    http: { host: values.HOST, port: values.PORT },
    log: readLog(values, values.NODE_ENV === 'production', isTerminal),
    github: { apiUrl: githubApiUrl(values), webUrl: githubWebUrl(values) },
    dotEnv: join(workingFolder, '.env'),
    overriding: credentials.filter((name) => environment[name] !== undefined),
    namesPrefect: isSet('PREFECT_API_URL'),
  }
}
