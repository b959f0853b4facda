import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { replaceFile } from './replace-file.ts'
import { setVariables } from './set-variables.ts'

/** What makes a program this GitHub App. */
export interface Credentials {
  APP_ID: string
  PRIVATE_KEY: string
  WEBHOOK_SECRET: string
}

/** The variables that a new App takes the place of, or that would stand beside it. */
const names = ['APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'WEBHOOK_SECRET'] as const

export type Stored = { stored: true } | { stored: false; because: string }

/** The names of the credentials in a `.env`, as it is now. */
export async function findCredentials(path: string): Promise<string[]> {
  return credentialsIn(await readText(path))
}

/**
 * Writes credentials into a `.env` whose other lines stay.
 *
 * @param replace whether credentials that are there already may be lost
 * @param write how a file gets its new text
 */
export async function storeCredentials(
  path: string,
  credentials: Credentials,
  replace: boolean,
  write = replaceFile,
): Promise<Stored> {
  try {
    const source = await readText(path)
    const there = credentialsIn(source)
    if (there.length > 0 && !replace) {
      return { stored: false, because: `${there.join(', ')} were set in it meanwhile` }
    }
    const text = setVariables(source, { ...credentials })
    if (text === null)
      return { stored: false, because: 'its lines are such that the new ones would be misread' }
    await write(path, text)
    return { stored: true }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    return { stored: false, because: `it cannot be written (${code})` }
  }
}

/** The credentials as lines to be copied. */
export function linesOf(credentials: Credentials): string {
  const plain = Object.entries(credentials).map(([name, value]) => `${name}=${value}\n`)
  return setVariables('', { ...credentials }) ?? plain.join('')
}

function credentialsIn(source: string): string[] {
  const values = parseEnv(source)
  return names.filter((name) => (values[name] ?? '') !== '')
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
