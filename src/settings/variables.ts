import { z } from 'zod'
import {
  appId,
  duration,
  flag,
  globsOver,
  oneOf,
  seconds,
  secret,
  setOf,
  text,
  wholeNumber,
} from './kinds.ts'
import { headers, host, httpUrl, postgresUrl } from './network-kinds.ts'
import { notServedYet, onlyServed } from './not-served-yet.ts'

/** Every variable that we read, as text → value. An empty variable counts as one that is not set. */
export const variables = z.object({
  /** `production` is strict about the webhook secret, and logs JSON. */
  NODE_ENV: text.optional(),

  /** The number of the GitHub App. Without it and a key the program starts in set-up. */
  APP_ID: appId.optional(),
  /** The private key of the App: PEM, PEM with `\n` for line ends, or either in base64. */
  PRIVATE_KEY: secret.optional(),
  /** A file with the private key; `PRIVATE_KEY` wins. */
  PRIVATE_KEY_PATH: text.optional(),
  /** What GitHub signs deliveries with. */
  WEBHOOK_SECRET: secret.optional(),
  /** The host of a GitHub Enterprise Server, or `TENANT.ghe.com`. @default github.com */
  GHE_HOST: host.optional(),
  /** How to talk to `GHE_HOST`. */
  GHE_PROTOCOL: oneOf(['https', 'http']).prefault('https'),
  /** A smee.io channel that sends deliveries to a machine that GitHub cannot reach. */
  WEBHOOK_PROXY_URL: notServedYet('run a smee client beside the program'),

  /** The address to listen on; `0.0.0.0` takes requests from other machines. */
  HOST: text.prefault('localhost'),
  /** 0 takes a free one. */
  PORT: wholeNumber(0, 65_535, 'the port to listen on, 0 for a free one').prefault('3000'),

  /** The least level that is logged. */
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).prefault('info'),
  /** @default `json` in production and where stdout is no terminal, else `pretty` */
  LOG_FORMAT: oneOf(['json', 'pretty']).optional(),

  /** Prefect's API: with `/api`, in Prefect Cloud with account and workspace. */
  PREFECT_API_URL: httpUrl('http://127.0.0.1:4200/api').optional(),
  /** A key of Prefect Cloud. */
  PREFECT_API_KEY: text.optional(),
  /** `user:password` of a self-hosted server; wins over the key, as in Prefect. */
  PREFECT_API_AUTH_STRING: secret.optional(),
  /** Where people open flow runs. @default derived from the API's URL, as Prefect does */
  PREFECT_UI_URL: httpUrl('http://127.0.0.1:4200').optional(),
  /** Headers for a proxy in front of Prefect. */
  PREFECT_CLIENT_CUSTOM_HEADERS: headers.prefault('{}'),
  /** For one request, in seconds. */
  PREFECT_API_REQUEST_TIMEOUT: seconds.prefault('15'),
  /** How often a request that may be repeated is repeated. */
  PREFECT_CLIENT_MAX_RETRIES: wholeNumber(0, 100, 'how often to try again').prefault('5'),
  /** A file of certificates (PEM) to trust. */
  PREFECT_API_SSL_CERT_FILE: text.optional(),
  /** Trusts any certificate: for trials only. */
  PREFECT_API_TLS_INSECURE_SKIP_VERIFY: flag.prefault('false'),
  /** A profile of Prefect's own settings. */
  PREFECT_PROFILE: notServedYet('set PREFECT_API_URL and its key'),
  /** The file of Prefect's profiles. */
  PREFECT_PROFILES_PATH: notServedYet('set PREFECT_API_URL and its key'),
  /** A file of several workspaces. */
  PREFECT_WORKSPACES: notServedYet('set PREFECT_API_URL for one workspace'),

  /** Keeps what was received in Postgres. @default SQLite in `DATA_DIR` */
  DATABASE_URL: postgresUrl.optional(),
  /** The folder of the SQLite files. */
  DATA_DIR: text.prefault('./data'),
  /** So many merges may wait; more are answered 503, so that GitHub keeps them. */
  MAX_PENDING: wholeNumber(1, 10_000_000, 'how many merges may wait').prefault('10000'),
  /** How long finished work is remembered. */
  KEEP_FOR: duration.prefault('30d'),

  /** Whom we serve, as globs over `owner/repo`. @default the repositories of the account that owns the App */
  ALLOWED_REPOSITORIES: globsOver('owner/repo', '*/*').optional(),
  /** Which deployments' runs are resumed, as globs over `flow/deployment`. @default all */
  ALLOWED_DEPLOYMENTS: globsOver('flow/deployment', '*/*').optional(),
  /** An older merge is reported, not acted upon. */
  RESUME_WITHIN: duration.prefault('3d'),
  /** The types of state from which a run is resumed. */
  RESUME_STATES: setOf(['FAILED', 'CRASHED', 'CANCELLED']).prefault('FAILED,CRASHED'),
  /** How long a merge is worked on and its runs are followed. */
  FOLLOW_FOR: duration.prefault('24h'),
  /** Decides and tells, but sets nothing. */
  DRY_RUN: flag.prefault('false'),
  /** By whom runs are resumed. */
  RESUME_BY: onlyServed(['api'], 'runs are resumed by the API'),
  /** Whether the events are sent to Prefect too. */
  EMIT_EVENTS: onlyServed(['false', '0', 'no', 'off'], 'events are not sent to Prefect'),
  /** The template that turns deliveries into events. @default the one of the package */
  WEBHOOK_TEMPLATE: text.optional(),
  /** A file of further webhooks. */
  WEBHOOKS: notServedYet('there is one webhook, /api/github/webhooks'),
})

export type Variables = z.output<typeof variables>
