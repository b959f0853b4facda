import type { Command } from 'commander'
import { appOptions, type RunningServer, startServer } from '../server/index.ts'
import { describeProblem, readSettings } from '../settings/index.ts'
import { createLog } from './create-log.ts'

/** How long leaving may take, in milliseconds: GitHub, systemd and Kubernetes wait for 30 s at least. */
const patience = { prefect: 10_000, all: 24_000 }

export function addStart(program: Command): void {
  program
    .command('start', { isDefault: true })
    .description('start the server (settings: environment and .env, explained in .env.example)')
    .action(start)
}

/** Runs the server until a signal asks it to leave. */
async function start(): Promise<void> {
  const settings = readSettings({
    environment: process.env,
    workingFolder: process.cwd(),
    isTerminal: process.stdout.isTTY,
  })
  const log = createLog(settings.log)
  for (const warning of settings.warnings) log.warn(describeProblem(warning))

  const hurry = new AbortController()
  const server = await startServer({ ...appOptions(settings, log, hurry.signal), http: settings.http })
  log.info(
    { url: server.url, prefect: settings.prefect?.apiUrl, dry_run: settings.resume.dryRun },
    'listening',
  )

  const signal = await nextSignal()
  log.info({ signal }, 'leaving')
  await leave(server, hurry)
  log.info('left')
}

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
}

/** Calls to a Prefect that hangs are given up after a while: the work is parked, and goes on at the next start. */
async function leave(server: RunningServer, hurry: AbortController): Promise<void> {
  const timers = [
    setTimeout(() => hurry.abort(), patience.prefect),
    setTimeout(() => process.exit(0), patience.all),
  ]
  await server.leave()
  for (const timer of timers) clearTimeout(timer)
}
