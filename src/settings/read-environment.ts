import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Environment } from './parse-variables.ts'
import { SettingsError } from './settings-error.ts'

/**
 * The environment with what `.env` in the working folder adds; the environment itself wins, so that a stray file
 * never beats what the machine was told.
 *
 * @throws SettingsError when there is a `.env` that cannot be read
 */
export function readEnvironment(environment: Environment, workingFolder: string): Environment {
  return { ...readDotEnv(join(workingFolder, '.env')), ...environment }
}

function readDotEnv(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    if (code === 'ENOENT') return {}
    const expected = 'a file that can be read, or none'
    throw new SettingsError([{ variable: '.env', problem: `cannot be read (${code})`, expected }])
  }
}
