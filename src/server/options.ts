import type { Logger } from 'pino'
import { recipeTrigger } from '../automation/index.ts'
import type { Recipe, ResumeServices } from '../resume/index.ts'
import type { Settings } from '../settings/index.ts'
import { type ConnectedWorkspaces, connectPrefect } from './connect-prefect.ts'
import type { GitHubCredentials } from './github-credentials.ts'
import { NoCredentialsError } from './no-credentials-error.ts'
import { readTemplate } from './read-template.ts'

/** What the App needs to work, wherever its deliveries come from. */
export interface AppOptions {
  github: GitHubCredentials
  storage: {
    databaseUrl: string | null
    dataFolder: string
    maxPending: number
    /** How long finished work is remembered, in milliseconds. */
    keepFor: number
  }
  recipe: Recipe
  resume: Pick<ResumeServices, 'rules' | 'dryRun' | 'followFor'> & { workspaces: ConnectedWorkspaces }
  /** Globs over `owner/repo`; null serves the account that owns the App. */
  allowedRepositories: readonly string[] | null
  log: Logger
}

/**
 * What the settings mean for the App.
 *
 * @param leaving ends calls to Prefect that are still open
 * @throws NoCredentialsError, UnusableTemplateError
 */
export function appOptions(settings: Settings, log: Logger, leaving: AbortSignal): AppOptions {
  const { github, prefect, resume, template, storage } = settings
  if (github === null) throw new NoCredentialsError()
  return {
    github,
    storage,
    recipe: {
      template: readTemplate(template),
      trigger: recipeTrigger,
      uiUrls: [prefect.uiUrl],
    },
    resume: {
      rules: { states: resume.states, within: resume.within, deployments: resume.allowedDeployments },
      dryRun: resume.dryRun,
      followFor: resume.followFor,
      workspaces: connectPrefect({
        ...prefect,
        signal: leaving,
        onUnreadable: (flowRun, problem) =>
          log.warn(
            { flow_run: flowRun, problem },
            'Prefect described a flow run in a form that we do not know',
          ),
      }),
    },
    allowedRepositories: resume.allowedRepositories,
    log,
  }
}
