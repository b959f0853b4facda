import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from 'vitest'
import { type GitHubStandIn, startGitHub } from '../../src/demo/github/index.ts'
import { type Program, startProgram } from '../app/program.ts'
import { type Browser, type Shown, startBrowser } from './browser.ts'

const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url))

export interface Opened {
  program: Program
  /** With the token. */
  address: string
  /** Without a path. */
  origin: string
}

export interface SetUp {
  github: GitHubStandIn
  /** The working folder of the program. */
  folder: string
  browser: Browser
  /** The text of `.env`. */
  dotEnv: { read(): Promise<string>; write(text: string): Promise<void> }
  /** Starts the built program without credentials, and awaits the address that it prints. */
  open(options?: {
    command?: readonly string[]
    environment?: Record<string, string>
    folder?: string
  }): Promise<Opened>
  /** Fills in the first page, goes to GitHub, and back: gives the last page. */
  walk(opened: Opened, answers?: Record<string, string>): Promise<Shown>
}

/** A test with the built program in a folder of its own, beside a GitHub of its own. */
export const test = base.extend<SetUp>({
  github: async ({ task: _ }, use) => {
    const github = await startGitHub()
    await use(github)
    await github.close()
  },
  folder: async ({ task: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-set-up-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  browser: async ({ task: _ }, use) => use(startBrowser()),
  dotEnv: async ({ folder }, use) => {
    const path = join(folder, '.env')
    await use({ read: () => readFile(path, 'utf8'), write: (text) => writeFile(path, text, { mode: 0o644 }) })
  },
  open: async ({ github, folder }, use) => {
    const programs: Program[] = []
    await use(async ({ command = ['start'], environment = {}, folder: working = folder } = {}) => {
      if (!existsSync(bin)) throw new Error('dist/cli/bin.js is not there: run `npm run build` first.')
      const program = await startProgram({
        command: process.execPath,
        arguments: [bin, ...command],
        environment: {
          HOME: folder,
          HOST: '127.0.0.1',
          PORT: '0',
          LOG_FORMAT: 'json',
          GHE_HOST: github.host,
          GHE_PROTOCOL: 'http',
          ...environment,
        },
        folder: working,
      })
      programs.push(program)
      const address = await program.line((line) => /^ +(http\S+\/probot\?token=\S+)$/.exec(line)?.[1])
      return { program, address, origin: new URL(address).origin }
    })
    for (const program of programs) await program.kill()
  },
  walk: async ({ browser }, use) => {
    await use(async ({ address }, answers = {}) => {
      const review = await browser.submit(await browser.open(address), answers)
      const atGitHub = await browser.submit(review)
      return browser.submit(atGitHub)
    })
  },
})
