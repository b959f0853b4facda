import type { PrefectCredentials } from '../prefect/index.ts'
import type { Problem } from './problem.ts'

/** How we are a GitHub App. */
export interface GithubSettings {
  readonly appId: string
  /** An RSA key, PEM in PKCS #8. */
  readonly privateKey: string
  readonly webhookSecret: string
  /** The root of GitHub's REST API, without a trailing slash. */
  readonly apiUrl: string
}

export interface HttpSettings {
  readonly host: string
  /** 0: a free one. */
  readonly port: number
}

export interface LogSettings {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  readonly format: 'json' | 'pretty'
}

/** How we reach Prefect. */
export interface PrefectSettings {
  /** Without a trailing slash. */
  readonly apiUrl: string
  /** Where people open flow runs, perhaps with account and workspace; without a trailing slash. */
  readonly uiUrl: string
  readonly credentials: PrefectCredentials
  /** For a proxy in front of Prefect. */
  readonly headers: Readonly<Record<string, string>>
  /** For one request, in milliseconds. */
  readonly timeout: number
  readonly maxRetries: number
  /** The absolute path of certificates (PEM) to trust. */
  readonly certificateFile: string | null
  readonly insecureSkipVerify: boolean
}

export interface StorageSettings {
  /** The absolute path of the folder of the SQLite files. */
  readonly dataFolder: string
  /** Postgres instead of SQLite. */
  readonly databaseUrl: string | null
  /** So many merges may wait. */
  readonly maxPending: number
  /** How long finished work is remembered, in milliseconds. */
  readonly keepFor: number
}

/** What may be resumed. */
export interface ResumeSettings {
  /** Globs over `owner/repo`; null leaves it to who owns the App. */
  readonly allowedRepositories: readonly string[] | null
  /** Globs over `flow/deployment`; null allows all. */
  readonly allowedDeployments: readonly string[] | null
  /** In milliseconds: an older merge is reported, not acted upon. */
  readonly within: number
  /** The types of state from which a run is resumed. */
  readonly states: ReadonlySet<'FAILED' | 'CRASHED' | 'CANCELLED'>
  /** How long a merge is worked on and its runs are followed, in milliseconds. */
  readonly followFor: number
  /** Decides and tells, but sets nothing. */
  readonly dryRun: boolean
}

/** The template that turns deliveries into events. */
export interface TemplateSettings {
  readonly source: string
  /** The absolute path of its file. */
  readonly path: string
}

interface Common {
  readonly production: boolean
  readonly http: HttpSettings
  readonly log: LogSettings
  readonly storage: StorageSettings
  readonly resume: ResumeSettings
  readonly template: TemplateSettings
  /** Where people open flow runs; null when neither it nor Prefect's API is named. */
  readonly uiUrl: string | null
  /** What is allowed, but should be looked at; to be logged at the start. */
  readonly warnings: readonly Problem[]
}

/**
 * Everything that the environment says. Without GitHub's credentials (`github` is null) the program starts in
 * set-up, and nothing else need be there; with them Prefect is there too.
 */
export type Settings = Common &
  (
    | { readonly github: GithubSettings; readonly prefect: PrefectSettings }
    | { readonly github: null; readonly prefect: PrefectSettings | null }
  )
