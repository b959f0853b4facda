import { randomBytes } from 'node:crypto'
import { parsePrivateKey, privateKeyForm } from './private-key.ts'
import { type Reading, readNamedFile } from './reading.ts'
import type { GithubSettings } from './settings.ts'
import type { Variables } from './variables.ts'
import { findWeakness, webhookSecretForm } from './webhook-secret.ts'

/** Whether this is a GitHub App already; without a number and a key it is to be set up first. */
export function isApp({ isSet }: Reading): boolean {
  return isSet('APP_ID') || isSet('PRIVATE_KEY') || isSet('PRIVATE_KEY_PATH')
}

/** How we are a GitHub App; null in set-up, or with a problem. */
export function readGithub(reading: Reading, production: boolean): GithubSettings | null {
  const { values, isSet } = reading
  const webhookSecret = readWebhookSecret(reading, production)
  if (!isApp(reading)) return null

  const privateKey = readPrivateKey(reading)
  if (!isSet('APP_ID')) {
    const expected = 'the number of the GitHub App, since its private key is set'
    reading.problems.push({ variable: 'APP_ID', problem: 'is not set', expected })
  }
  if (values.APP_ID === undefined || privateKey === null || webhookSecret === null) return null
  return { appId: values.APP_ID, privateKey, webhookSecret, apiUrl: githubApiUrl(values) }
}

function readPrivateKey(reading: Reading): string | null {
  const { PRIVATE_KEY: text, PRIVATE_KEY_PATH: path } = reading.values
  const variable = text === undefined && path !== undefined ? 'PRIVATE_KEY_PATH' : 'PRIVATE_KEY'
  const complain = (problem: string) => {
    reading.problems.push({ variable, problem, expected: privateKeyForm })
    return null
  }
  if (text !== undefined) return parsePrivateKey(text) ?? complain('is not a private key')
  if (path === undefined) return complain('is not set, although APP_ID is')
  const content = readNamedFile(reading, variable, path)
  return content === null
    ? null
    : (parsePrivateKey(content) ?? complain('names a file without a private key'))
}

/** Without a secret anybody could tell us that something was merged: on a trial, a random one refuses everybody. */
function readWebhookSecret(reading: Reading, production: boolean): string | null {
  if (!isApp(reading)) return null
  const { WEBHOOK_SECRET: secret } = reading.values
  const problem =
    secret === undefined ? 'is not set, so that every delivery is refused' : findWeakness(secret)
  if (problem !== null) {
    const note = { variable: 'WEBHOOK_SECRET', expected: webhookSecretForm, problem }
    const told = production ? reading.problems : reading.warnings
    told.push(note)
  }
  return secret ?? randomBytes(32).toString('base64url')
}

/** Whether a host is neither github.com nor Enterprise Cloud with data residency. */
export function isEnterpriseServer(host: string | undefined): boolean {
  return host !== undefined && host !== 'github.com' && !host.endsWith('.ghe.com')
}

/** Enterprise Server has its API under a path, Enterprise Cloud with data residency under a host of its own. */
export function githubApiUrl({ GHE_HOST: host, GHE_PROTOCOL: protocol }: Variables): string {
  if (isEnterpriseServer(host)) return `${protocol}://${host}/api/v3`
  if (host === undefined || host === 'github.com') return 'https://api.github.com'
  return `${protocol}://${host.startsWith('api.') ? host : `api.${host}`}`
}

/** Where people use the GitHub that has this API. */
export function githubWebUrl({ GHE_HOST: host, GHE_PROTOCOL: protocol }: Variables): string {
  if (host === undefined || host === 'github.com') return 'https://github.com'
  return `${protocol}://${host.endsWith('.ghe.com') ? host.replace(/^api\./, '') : host}`
}
