import { readSetupSettings, type SetupSettings } from '../settings/index.ts'
import { openSetup, readPublicUrl, type Setup, type SetupOutcome } from '../setup/index.ts'
import { createLog } from './create-log.ts'
import { nextSignal } from './next-signal.ts'
import { note } from './output.ts'
import { UsageError } from './usage-error.ts'

/**
 * Lets a person register the GitHub App in the browser.
 *
 * @param startsAfterwards whether the server shall start when that is done
 * @returns whether it can
 */
export async function setUp(wanted: {
  startsAfterwards: boolean
  url?: string | undefined
}): Promise<boolean> {
  const settings = readSetupSettings({
    environment: process.env,
    workingFolder: process.cwd(),
    isTerminal: process.stdout.isTTY,
  })
  const { overriding, namesPrefect } = settings
  const goesOn = wanted.startsAfterwards && namesPrefect && overriding.length === 0
  const publicUrl = wanted.url === undefined ? null : parseUrl(wanted.url, settings)
  const leaving = nextSignal()
  const setup = await openSetup({ ...settings, publicUrl, goesOn, log: createLog(settings.log) })
  note(invitation(setup, publicUrl).join('\n'))

  const outcome = await Promise.race([setup.done, leaving])
  await setup.close()
  if (typeof outcome === 'string') return false
  note(result(outcome, settings, goesOn).join('\n'))
  // Who asks it to leave while the pages close means the server, too.
  const isLeaving = (await Promise.race([leaving, null])) !== null
  return goesOn && outcome.stored && !isLeaving
}

function parseUrl(text: string, { github }: SetupSettings): string {
  const read = readPublicUrl(text, github.webUrl)
  if ('problem' in read) throw new UsageError(`--url ${text}: ${read.problem}`)
  return read.url
}

function invitation({ url, way }: Setup, publicUrl: string | null): string[] {
  return [
    'Open this address in a browser to register the GitHub App. It is good once:',
    '',
    `    ${url}${way}`,
    '',
    ...(publicUrl === null ? [] : [`or, from elsewhere:`, '', `    ${publicUrl}${way}`, '']),
    'Deliveries are refused until that is done. Ctrl-C ends it. To look at the program first: npm run demo -- --once',
  ]
}

function result(
  outcome: SetupOutcome,
  { dotEnv, overriding, namesPrefect }: SetupSettings,
  goesOn: boolean,
): string[] {
  const { app } = outcome
  const stored = outcome.stored
    ? `Its credentials are in ${dotEnv}.`
    : `Its credentials are not in ${dotEnv}: ${outcome.because}. Put the lines that the page shows there.`
  return [
    `The GitHub App ${app.name} (${app.id}) is registered. ${stored}`,
    `Install it on repositories: ${app.installUrl}`,
    ...(overriding.length > 0
      ? [`Take ${overriding.join(', ')} out of the environment: it wins over .env.`]
      : []),
    ...(namesPrefect ? [] : ['Set PREFECT_API_URL, and a key where Prefect wants one, in .env.']),
    goesOn && outcome.stored ? 'Starting the server.' : 'Then start the server: npm start',
  ]
}
