import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startProgram } from '../../app/program.ts'
import { withLock } from './lock.ts'

/** The server of 3.8.8 does not start with FastAPI 0.155 and later. */
const requirements = ['prefect==3.8.8', 'fastapi<0.151']

const minute = 60_000
const run = promisify(execFile)

/** Where its programs are. */
export interface VirtualEnvironment {
  python: string
  prefect: string
}

/**
 * Prefect in a virtual environment, in a cache folder outside the checkout; made when it is not there, and kept.
 * The file `ready` is written last and says what it holds: without it, or with another, it is made anew.
 *
 * @param python the command to make it with
 */
export async function virtualEnvironment(python: string): Promise<VirtualEnvironment> {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  const folder = join(cache, 'resume-on-merge', 'prefect-3.8.8')
  await mkdir(folder, { recursive: true })
  const home = join(folder, 'venv')
  const environment = { python: join(home, 'bin', 'python'), prefect: join(home, 'bin', 'prefect') }
  const ready = join(folder, 'ready')
  const madeOf = requirements.join('\n')

  await withLock(join(folder, 'lock'), 15 * minute, async () => {
    if ((await textOf(ready)) === madeOf && (await starts(environment.python))) return
    await rm(ready, { force: true })
    await rm(home, { recursive: true, force: true })
    await install(python, home, join(folder, 'install.log'))
    await writeFile(`${ready}.new`, madeOf)
    await rename(`${ready}.new`, ready)
  })
  return environment
}

async function install(python: string, home: string, log: string): Promise<void> {
  const begun = Date.now()
  process.stdout.write(`Installing ${requirements.join(', ')} into ${home} …\n`)
  await must(python, ['-m', 'venv', home], log)
  await must(join(home, 'bin', 'python'), ['-m', 'pip', 'install', '--no-input', ...requirements], log)
  process.stdout.write(`Installed in ${Math.round((Date.now() - begun) / 1000)} s; the log is ${log}.\n`)
}

/** Runs a command, writes what it printed to `log`, and fails with the end of it. */
async function must(command: string, args: readonly string[], log: string): Promise<void> {
  // pip needs the caller's own settings: proxies, certificates, an index of the house
  const environment = Object.fromEntries(
    Object.entries(process.env).map(([name, value]) => [name, value ?? '']),
  )
  const program = await startProgram({ command, arguments: args, environment, folder: homedir() })
  const { code } = await program.exit
  await writeFile(log, program.output(), { flag: 'a' })
  if (code === 0) return
  const end = program.output().split('\n').slice(-30).join('\n')
  throw new Error(`${command} ${args.join(' ')} failed (${code}); ${log} ends with:\n${end}`)
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return null
  }
}

/** False when the Python that the environment was made with has gone. */
async function starts(python: string): Promise<boolean> {
  try {
    await run(python, ['--version'])
    return true
  } catch {
    return false
  }
}
