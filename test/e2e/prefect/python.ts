import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Prefect 3.8.8 asks for Python 3.10 up to 3.14. */
const oldest = 10
const newest = 14

/** A Python that can make virtual environments, or why there is none. */
export type PythonOrReason = { command: string; version: string } | { reason: string }

const probe = 'import sys, venv, ensurepip; print("%d.%d.%d" % sys.version_info[:3])'

/** Looks for a fitting Python on the `PATH`; `python3` comes first, then the newest. */
export async function pythonOrReason(): Promise<PythonOrReason> {
  const versioned = Array.from({ length: newest - oldest + 1 }, (_, index) => `python3.${newest - index}`)
  const refused: string[] = []
  for (const command of ['python3', 'python', ...versioned]) {
    const answer = await ask(command)
    if ('version' in answer && fits(answer.version)) return { command, version: answer.version }
    if ('version' in answer) refused.push(`${command} is ${answer.version}`)
    else if (answer.problem !== null) refused.push(`${command}: ${answer.problem}`)
  }
  const found = refused.length === 0 ? 'none was found' : refused.join('; ')
  return { reason: `a Python from 3.${oldest} to 3.${newest} with venv is needed: ${found}` }
}

function fits(version: string): boolean {
  const [major, minor] = version.split('.').map(Number)
  return major === 3 && minor !== undefined && minor >= oldest && minor <= newest
}

async function ask(command: string): Promise<{ version: string } | { problem: string | null }> {
  try {
    return { version: (await run(command, ['-c', probe])).stdout.trim() }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT') return { problem: null }
    return { problem: error.message.trim().split('\n').at(-1) ?? 'cannot be started' }
  }
}
