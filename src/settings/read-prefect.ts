import { resolve } from 'node:path'
import { deriveUiUrl, type PrefectCredentials } from '../prefect/index.ts'
import { type Reading, readNamedFile } from './reading.ts'
import type { PrefectSettings } from './settings.ts'
import type { Variables } from './variables.ts'

const apiUrlForm =
  'the URL of the API, such as http://127.0.0.1:4200/api or https://api.prefect.cloud/api/accounts/…/workspaces/…'

/** How we reach Prefect; null where its API is not named, which is a problem when it is `needed`. */
export function readPrefect(reading: Reading, needed: boolean): PrefectSettings | null {
  const { values, isSet } = reading
  const { PREFECT_API_URL: apiUrl, PREFECT_API_SSL_CERT_FILE: certificateFile } = values
  if (certificateFile !== undefined) readNamedFile(reading, 'PREFECT_API_SSL_CERT_FILE', certificateFile)
  if (values.PREFECT_API_TLS_INSECURE_SKIP_VERIFY) {
    const problem = 'is true, so that anybody on the way can read and change what we tell Prefect'
    const expected = 'PREFECT_API_SSL_CERT_FILE with the certificate of your Prefect server instead'
    reading.warnings.push({ variable: 'PREFECT_API_TLS_INSECURE_SKIP_VERIFY', problem, expected })
  }
  if (apiUrl === undefined) {
    if (needed && !isSet('PREFECT_API_URL')) {
      reading.problems.push({ variable: 'PREFECT_API_URL', problem: 'is not set', expected: apiUrlForm })
    }
    return null
  }
  const doubt = doubtApiUrl(new URL(apiUrl))
  if (doubt !== null) {
    reading.warnings.push({ variable: 'PREFECT_API_URL', problem: doubt, expected: apiUrlForm })
  }
  return {
    apiUrl,
    uiUrl: values.PREFECT_UI_URL ?? deriveUiUrl(apiUrl),
    credentials: readCredentials(values),
    headers: values.PREFECT_CLIENT_CUSTOM_HEADERS,
    timeout: values.PREFECT_API_REQUEST_TIMEOUT,
    maxRetries: values.PREFECT_CLIENT_MAX_RETRIES,
    certificateFile: certificateFile === undefined ? null : resolve(reading.workingFolder, certificateFile),
    insecureSkipVerify: values.PREFECT_API_TLS_INSECURE_SKIP_VERIFY,
  }
}

/** Prefect's own client lets the user and password win over the key. */
function readCredentials({
  PREFECT_API_AUTH_STRING: authString,
  PREFECT_API_KEY: key,
}: Variables): PrefectCredentials {
  if (authString !== undefined) return { kind: 'basic', authString }
  return key === undefined ? { kind: 'none' } : { kind: 'key', key }
}

function doubtApiUrl({ hostname, pathname }: URL): string | null {
  if (hostname === 'app.prefect.cloud') return 'is the address of the UI'
  if (!pathname.split('/').includes('api')) return 'has no /api in it'
  const isCloud = hostname === 'api.prefect.cloud'
  return isCloud && !/\/accounts\/[^/]+\/workspaces\/[^/]+$/.test(pathname)
    ? 'names no account and workspace'
    : null
}
