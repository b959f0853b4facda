import type { Probot } from 'probot'
import { appOptions, assemble, githubOf } from './server/index.ts'
import { readSettings } from './settings/index.ts'

/**
 * The Probot app, for those who run Probot themselves: settings come from the environment and `.env`, as for the
 * server. Deliveries are stored by the app, after Probot has received them; `resume-on-merge start` stores them before
 * they are answered, and is to be preferred.
 */
export default async function resumeOnMerge(app: Probot, options: object): Promise<void> {
  const settings = readSettings({
    environment: process.env,
    workingFolder: process.cwd(),
    isTerminal: process.stdout.isTTY,
  })
  // Nobody tells the app when Probot leaves.
  const leaving = new AbortController().signal
  const fromSettings = appOptions(settings, app.log, leaving)
  const assembly = await assemble(fromSettings, githubOf(app, fromSettings.github, app.log), leaving)
  await assembly.app(app, { cwd: process.cwd(), addHandler: () => {}, ...options })
  await assembly.run()
}
