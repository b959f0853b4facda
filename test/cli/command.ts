import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from 'vitest'
import { startProgram } from '../app/program.ts'

export const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url))

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** An empty folder, which is home and working folder of the commands that run in it. */
export interface Desk {
  folder: string
  /** Writes files into the folder, by name. */
  put(files: Record<string, string>): Promise<void>
  /** Runs the built command to its end, with nothing but `environment`; standard input is empty. */
  run(parameters: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended>
  /** Runs a line of the shell, in which `resume-on-merge` is the built command. */
  shell(line: string): Promise<Ended>
}

/** A test with a desk of its own. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({ task: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-cli-'))
    const end = async (command: string, parameters: readonly string[], environment = {}): Promise<Ended> => {
      const program = await startProgram({
        command,
        arguments: parameters,
        environment: { HOME: folder, ...environment },
        folder,
      })
      const { code } = await program.exit
      return { code, stdout: program.output('stdout'), stderr: program.output('stderr') }
    }
    await use({
      folder,
      async put(files) {
        for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
      },
      run: (parameters, environment) => end(process.execPath, [bin, ...parameters], environment),
      shell: (line) =>
        end('/bin/bash', [
          '-o',
          'pipefail',
          '-c',
          `resume-on-merge() { '${process.execPath}' '${bin}' "$@"; }\n${line}`,
        ]),
    })
    await rm(folder, { recursive: true, force: true })
  },
})

/** A line of a stack trace. */
export const stack = /^\s+at /m
