import type { Logger } from 'pino'
import type { NewApp } from './new-app.ts'

/** What the set-up of a GitHub App is done with. */
export interface SetupOptions {
  http: { host: string; port: number }
  github: {
    /** The root of GitHub's REST API, without a trailing slash. */
    apiUrl: string
    /** Where people use GitHub, without a trailing slash. */
    webUrl: string
  }
  /** The path of the `.env` that gets the credentials. */
  dotEnv: string
  /** The credentials that the environment sets, so that `.env` cannot. */
  overriding: readonly string[]
  namesPrefect: boolean
  /** Where GitHub reaches us, as far as the person said it already. */
  publicUrl: string | null
  /** Whether the server starts by itself when the App is there. */
  goesOn: boolean
  log: Logger
}

/** What has become of a set-up: there is an App, and its credentials are in `.env` or were shown. */
export type SetupOutcome = { app: NewApp; stored: true } | { app: NewApp; stored: false; because: string }
