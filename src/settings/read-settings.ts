import { join, resolve } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { type Environment, parseVariables } from './parse-variables.ts'
import { readEnvironment } from './read-environment.ts'
import { isApp, readGithub } from './read-github.ts'
import { readKeepFor } from './read-keep-for.ts'
import { readPrefect } from './read-prefect.ts'
import { type Reading, readNamedFile } from './reading.ts'
import type { LogSettings, Settings, TemplateSettings } from './settings.ts'
import { SettingsError } from './settings-error.ts'
import type { Variables } from './variables.ts'

/** Where settings come from. */
export interface SettingsSources {
  environment: Environment
  /** The absolute path of the folder of `.env`; relative paths start here. */
  workingFolder: string
  /** Whether a person reads the output. */
  isTerminal: boolean
}

/** The shared template, as it ships. */
const packagedTemplate = join(packageRoot(), 'templates/github.json.jinja')

/**
 * The settings, read once at the start: from the environment, `.env`, and the files that they name.
 *
 * @throws SettingsError with every problem at once
 */
export function readSettings({ environment, workingFolder, isTerminal }: SettingsSources): Settings {
  const parsed = parseVariables(readEnvironment(environment, workingFolder))
  const reading: Reading = { ...parsed, workingFolder, warnings: [] }
  const { values, problems, warnings } = reading
  const production = values.NODE_ENV === 'production'

  const github = readGithub(reading, production)
  const prefect = readPrefect(reading, isApp(reading))
  const common = {
    production,
    http: { host: values.HOST, port: values.PORT },
    log: readLog(values, production, isTerminal),
    storage: {
      dataFolder: resolve(workingFolder, values.DATA_DIR),
      databaseUrl: values.DATABASE_URL ?? null,
      maxPending: values.MAX_PENDING,
      keepFor: readKeepFor(reading),
    },
    resume: {
      allowedRepositories: values.ALLOWED_REPOSITORIES ?? null,
      allowedDeployments: values.ALLOWED_DEPLOYMENTS ?? null,
      within: values.RESUME_WITHIN,
      states: values.RESUME_STATES,
      followFor: values.FOLLOW_FOR,
      dryRun: values.DRY_RUN,
    },
    template: readTemplate(reading),
    uiUrl: prefect?.uiUrl ?? values.PREFECT_UI_URL ?? null,
    warnings,
  }
  if (problems.length > 0) throw new SettingsError(problems)
  if (github === null) return { ...common, github, prefect }
  if (prefect === null) throw new Error('Prefect is needed with GitHub, and its absence is a problem.')
  return { ...common, github, prefect }
}

/** How to log: JSON for machines, readable for people. */
export function readLog(values: Variables, production: boolean, isTerminal: boolean): LogSettings {
  const format = values.LOG_FORMAT ?? (production || !isTerminal ? 'json' : 'pretty')
  return { level: values.LOG_LEVEL, format }
}

function readTemplate(reading: Reading): TemplateSettings {
  const { WEBHOOK_TEMPLATE: named } = reading.values
  const path = named === undefined ? packagedTemplate : resolve(reading.workingFolder, named)
  return { path, source: readNamedFile(reading, 'WEBHOOK_TEMPLATE', path) ?? '' }
}
