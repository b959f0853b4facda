import type { Command } from 'commander'
import { type Archive, type Desk, type MergeRecord, openArchive, openDesk } from '../inbox/index.ts'
import { storeError } from '../server/index.ts'
import { readStorageSettings } from '../settings/index.ts'
import { isExpected } from './expected-errors.ts'
import { NothingFoundError } from './explain/nothing-found-error.ts'
import { readQuestion } from './explain/question.ts'
import { print } from './output.ts'
import { chooseRuns } from './resume/choose-runs.ts'
import { createMergeReader, followAttempt, type Patience } from './resume/follow-attempt.ts'
import { NotResumedError } from './resume/not-resumed-error.ts'
import { attemptLines, underWayLines, whyNot } from './resume/result.ts'
import { UnknownRunError } from './resume/unknown-run-error.ts'
import { UsageError } from './usage-error.ts'

/** In milliseconds: a server looks every second, and tries on for longer than anybody waits here. */
const patience: Patience = { taken: 30_000, decided: 120_000 }

const more = `
The server does it, with the same decisions as at the merge; this asks it through
the store that both use (DATABASE_URL or DATA_DIR), and waits for the answer. What
runs already is left alone, and what completed too, unless --run names it.

Ends with 0 when a flow run is Scheduled, with 1 and the reason otherwise, so that it
can be the last step of a deployment.

Example:
  $ resume-on-merge resume acme/etl#42
  $ resume-on-merge resume acme/etl#42 --run 0b6c9a51-7f0e-4a8a-9d52-6c3e14f0a7b8`

export function addResume(program: Command): void {
  program
    .command('resume')
    .summary('resume the flow runs of a merge once more')
    .description('Resumes the flow runs that a merged pull request names once more.')
    .argument('<pull-request>', 'owner/repo#42')
    .option('--run <id...>', 'only this flow run; may be given several times')
    .addHelpText('after', more)
    .action((asked: string, { run = [] }: { run?: string[] }) => resume(asked, run))
}

async function resume(asked: string, runs: readonly string[]): Promise<void> {
  const query = readQuestion(asked)
  if (query.kind !== 'pull-request') throw new UsageError(`${asked} is no pull request; write owner/repo#42.`)
  await withStore(async (archive, desk) => {
    const dossiers = await archive.dossiers(query)
    const merge = dossiers.map((dossier) => dossier.merge).find((each) => each !== null)
    if (dossiers.length === 0) throw new NothingFoundError(query, archive.place)
    if (merge == null) throw new NotResumedError(asked, 'no merge of it is known that may name a flow run.')
    await resumeRuns(
      asked,
      merge,
      runs.map((id) => id.toLowerCase()),
      archive,
      desk,
    )
  })
}

async function resumeRuns(
  asked: string,
  merge: MergeRecord,
  named: readonly string[],
  archive: Archive,
  desk: Desk,
): Promise<void> {
  const known = merge.runs.map(({ id }) => id)
  const stranger = named.find((id) => !known.includes(id))
  if (stranger !== undefined) throw new UnknownRunError(stranger, asked, known)
  if (merge.handedOverAt === null) throw new NotResumedError(asked, 'the server has not taken the merge yet.')

  const { ask, underWay } = chooseRuns(merge, named)
  const lines = underWayLines(underWay)
  for (const { line } of lines) print(line)
  const isScheduled = lines.some((line) => line.isScheduled)
  if (ask.length === 0) {
    if (isScheduled) return
    throw new NotResumedError(asked, underWay.length > 0 ? 'it runs already.' : 'nothing is left to resume.')
  }

  const attempt = await desk.ask(merge.key, ask)
  const fate = await followAttempt(createMergeReader(archive, merge), { attempt, ids: ask }, patience)
  const results = 'runs' in fate ? attemptLines(fate.runs, attempt) : []
  for (const { line } of results) print(line)
  if (isScheduled || results.some((result) => result.isScheduled)) return
  if (fate.kind === 'not-taken') await desk.withdraw(merge.key, attempt)
  throw new NotResumedError(asked, whyNot(fate, archive.place))
}

async function withStore(work: (archive: Archive, desk: Desk) => Promise<void>): Promise<void> {
  const storage = readStorageSettings({ environment: process.env, workingFolder: process.cwd() })
  try {
    const desk = await openDesk(storage)
    try {
      const archive = await openArchive(storage)
      await work(archive, desk).finally(() => archive.close())
    } finally {
      await desk.close()
    }
  } catch (error) {
    const isTold = error instanceof Error && (isExpected(error) || error instanceof UsageError)
    throw isTold ? error : storeError(error, storage, 'inbox.sqlite')
  }
}
