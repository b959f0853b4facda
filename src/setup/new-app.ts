import { randomBytes } from 'node:crypto'
import { findWeakness } from '../settings/index.ts'
import type { ConvertedApp } from './convert-code.ts'
import type { Credentials } from './dot-env/credentials.ts'

/** What may be told of the App. */
export interface NewApp {
  id: string
  name: string
  /** Where it is installed on repositories. */
  installUrl: string
  /** Where its owner changes it. */
  settingsUrl: string
}

/** The App, and what makes this program the App. */
export interface AppWithCredentials {
  app: NewApp
  credentials: Credentials
  /** The webhook secret, where GitHub has to be told it; null when GitHub made it. */
  secretForGitHub: string | null
}

/** @param webUrl where people use GitHub */
export function readNewApp(converted: ConvertedApp, webUrl: string): AppWithCredentials {
  const { id, name, slug, html_url, owner, pem, webhook_secret: given } = converted
  const ofOwner = owner.type === 'Organization' ? `/organizations/${encodeURIComponent(owner.login)}` : ''
  const isGood = typeof given === 'string' && findWeakness(given) === null
  const webhookSecret = isGood ? given : randomBytes(32).toString('hex')
  return {
    app: {
      id,
      name,
      installUrl: `${html_url}/installations/new`,
      settingsUrl: `${webUrl}${ofOwner}/settings/apps/${encodeURIComponent(slug)}`,
    },
    credentials: {
      APP_ID: id,
      PRIVATE_KEY: pem.replaceAll('\r\n', '\n'),
      WEBHOOK_SECRET: webhookSecret,
    },
    secretForGitHub: isGood ? null : webhookSecret,
  }
}
