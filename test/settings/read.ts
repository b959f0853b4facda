import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Environment, type Problem, readSettings, SettingsError } from '../../src/settings/index.ts'

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

/** A private key as GitHub hands it out. */
export const privateKey = keys.privateKey

/** What a start with GitHub and Prefect needs. */
export const complete = {
  APP_ID: '12345',
  PRIVATE_KEY: privateKey,
  WEBHOOK_SECRET: 'x7Kq-20 random bytes.',
  PREFECT_API_URL: 'http://127.0.0.1:4200/api',
}

/** An empty working folder with these files in it; gone after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'resume-on-merge-settings-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** The settings of a start in a folder with these files. */
export function read(environment: Environment, files: Readonly<Record<string, string>> = {}) {
  return readSettings({ environment, workingFolder: folderWith(files), isTerminal: false })
}

/** The problems that stop a start. */
export function problemsOf(
  environment: Environment,
  files?: Readonly<Record<string, string>>,
): readonly Problem[] {
  return errorOf(environment, files).problems
}

/** The error that stops a start. */
export function errorOf(environment: Environment, files?: Readonly<Record<string, string>>): SettingsError {
  try {
    read(environment, files)
  } catch (error) {
    if (error instanceof SettingsError) return error
    throw error
  }
  throw new Error('Nothing stopped the start.')
}
