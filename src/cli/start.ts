import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import type { Logger } from 'pino'
import { appOptions, type RunningServer, startServer } from '../server/index.ts'
import { describeProblem, readSettings, type Settings } from '../settings/index.ts'
import { createLog } from './create-log.ts'
import { nextSignal } from './next-signal.ts'
import { flush } from './output.ts'
import { UsageError } from './usage-error.ts'

/** How long leaving may take, in milliseconds: GitHub, systemd and Kubernetes wait for 30 s at least. */
const patience = { prefect: 10_000, all: 24_000 }

/** One Ctrl-C reaches us twice, from the terminal and from npm: within this many milliseconds it is no second one. */
const echo = 500

const more = `
Settings come from the environment and from .env in the working folder. Without
APP_ID and a key, a browser is used to register the App first.

Example:
  $ PORT=8080 npx resume-on-merge start`

export function addStart(program: Command): void {
  program
    .command('start', { isDefault: true })
    .summary('start the server (also without any command)')
    .description('Starts the server, which takes deliveries of GitHub until a signal asks it to leave.')
    .allowExcessArguments()
    .addHelpText('after', more)
    .action((_options, { args }: Command) => {
      // What is no command comes here, since this is the default one.
      const [stray] = args
      if (stray !== undefined) throw new UsageError(`${stray} is no command, and start takes no arguments.`)
      return start()
    })
}

/** Runs the server until a signal asks it to leave; without a GitHub App, a person registers one first. */
async function start(): Promise<void> {
  const found = read()
  // In production nobody sits at the terminal, and pages that write credentials are a hole.
  const needsApp = found.github === null && !found.production
  if (needsApp && !(await setUpFirst())) return
  const settings = needsApp ? read() : found
  const log = createLog(settings.log)
  for (const warning of settings.warnings) log.warn(describeProblem(warning))

  const hurry = new AbortController()
  const asked = nextSignal()
  const starting = startServer({ ...appOptions(settings, log, hurry.signal), http: settings.http })
  const server = await Promise.race([starting, asked])
  if (typeof server === 'string') {
    log.info({ signal: server }, 'left before it had started')
    process.exit(0) // nothing was taken yet, so there is nothing to finish
  }
  log.info(
    { url: server.url, prefect: settings.prefect?.apiUrl, dry_run: settings.resume.dryRun },
    'listening',
  )

  const signal = await asked
  log.info({ signal }, 'leaving')
  endWhenAskedAgain(log)
  const finished = await leave(server, hurry)
  log.info({ finished }, 'left')
  await end(log)
}

function read(): Settings {
  return readSettings({
    environment: process.env,
    workingFolder: process.cwd(),
    isTerminal: process.stdout.isTTY,
  })
}

/** Whether there is a GitHub App afterwards that the server can be. */
async function setUpFirst(): Promise<boolean> {
  // Only here: a server that has its credentials need not know the set-up.
  const { setUp } = await import('./set-up.ts')
  return await setUp({ startsAfterwards: true })
}

/**
 * Calls to a Prefect that hangs are given up after a while: the work is parked, and goes on at the next start.
 *
 * @returns whether everything was finished or parked in time
 */
async function leave(server: RunningServer, hurry: AbortController): Promise<boolean> {
  const hurrying = setTimeout(() => hurry.abort(), patience.prefect)
  const finished = await Promise.race([server.leave().then(() => true), wait(patience.all, false)])
  clearTimeout(hurrying)
  return finished
}

/** Who asks again does not want to wait. */
function endWhenAskedAgain(log: Logger): void {
  const asked = performance.now()
  const endNow = (signal: NodeJS.Signals): void => {
    if (performance.now() - asked < echo) return
    log.warn({ signal }, 'asked again, so ended at once: what is unfinished goes on at the next start')
    void end(log)
  }
  process.on('SIGTERM', endNow).on('SIGINT', endNow)
}

/** Ends the process once its log is out: a call that GitHub does not answer must not keep it. */
async function end(log: Logger): Promise<never> {
  await new Promise((resolve) => log.flush(resolve))
  await flush()
  process.exit(0)
}
