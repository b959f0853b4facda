import type { Command } from 'commander'
import { type ArchiveQuery, type Dossier, openArchive } from '../inbox/index.ts'
import { storeError } from '../server/index.ts'
import { readStorageSettings } from '../settings/index.ts'
import { isExpected } from './expected-errors.ts'
import { explain } from './explain/explanation.ts'
import { NothingFoundError } from './explain/nothing-found-error.ts'
import { readQuestion } from './explain/question.ts'
import { renderText } from './explain/render-text.ts'
import { toSafeJson } from './explain/untrusted.ts'
import { print } from './output.ts'

const more = `
It reads the store that the server keeps (DATABASE_URL or DATA_DIR), also while
the server runs, and asks neither GitHub nor Prefect. It shows the messages of
flow runs, which may hold what only operators should see.

Example:
  $ resume-on-merge explain acme/etl#42
  $ resume-on-merge explain --json 0b6c9a51-7f0e-4a8a-9d52-6c3e14f0a7b8`

export function addExplain(program: Command): void {
  program
    .command('explain')
    .summary('why something happened, or did not')
    .description('Tells what became of a merge, and why: from the deliveries to the comment.')
    .argument('<what>', 'owner/repo#42, the GUID of a delivery, or the id of a flow run')
    .option('--json', 'print all facts as one JSON document')
    .addHelpText('after', more)
    .action(answer)
}

async function answer(asked: string, { json }: { json?: true }): Promise<void> {
  const query = readQuestion(asked)
  const { place, dossiers } = await read(query)
  if (dossiers.length === 0) throw new NothingFoundError(query, place)
  const found = { asked, store: place, found: dossiers.map((dossier) => explain(dossier, query)) }
  print(json ? toSafeJson(found, process.stdout.isTTY ? 2 : undefined) : renderText(found))
}

async function read(query: ArchiveQuery): Promise<{ place: string; dossiers: Dossier[] }> {
  const storage = readStorageSettings({ environment: process.env, workingFolder: process.cwd() })
  try {
    const archive = await openArchive(storage)
    try {
      return { place: archive.place, dossiers: await archive.dossiers(query) }
    } finally {
      await archive.close()
    }
  } catch (error) {
    const isTold = error instanceof Error && isExpected(error)
    throw isTold ? error : storeError(error, storage, 'inbox.sqlite')
  }
}
