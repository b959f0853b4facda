import { isDeepStrictEqual } from 'node:util'
import type { Logger } from 'pino'
import { type Merge, mergeName, type SettingsReading } from '../../resume/index.ts'
import { askForFile, type FileAnswer, type PlainClient } from './ask-for-file.ts'
import { parseRepositorySettings } from './parse-repository-settings.ts'
import { fileAt, ownersPlace, ownPlaces, type Place, settingsPath } from './place.ts'
import type { KnownFile, SettingsMemory } from './settings-memory.ts'

/** What reading needs. */
export interface SettingsServices {
  /** GitHub as the installation of the merge sees it. */
  client(merge: Merge): Promise<PlainClient>
  memory: SettingsMemory
  log: Logger
}

/** What is known of a file, from GitHub or from before. */
type FileState = Exclude<FileAnswer, { kind: 'same' }>

/**
 * Reads what holds for a merge: the file of its repository as it is on the branch that was merged into, else that of
 * the repository's owner. While GitHub does not answer, what was last known holds.
 *
 * It throws only what `client` and `memory` throw.
 */
export function createSettingsReader(services: SettingsServices): (merge: Merge) => Promise<SettingsReading> {
  const { memory, log } = services

  async function look(client: PlainClient, place: Place, merge: Merge): Promise<FileState> {
    const known = await memory.recall(place.key)
    const answer = await askTwice(client, place, known?.etag ?? null)
    if (answer.kind === 'same') return stateOf(known)
    if (answer.kind === 'text' || answer.kind === 'missing') {
      const learned = { etag: answer.etag, text: answer.kind === 'text' ? answer.text : null }
      if (!isDeepStrictEqual(learned, known)) await memory.remember(place.key, learned)
    }
    if (answer.kind !== 'no-answer') return answer
    const facts = { err: answer.error, merge: mergeName(merge), repository: fileAt(place, merge).repository }
    log.warn(facts, `settings not read; ${known === null ? 'none are known' : 'the last known ones hold'}`)
    return known === null ? answer : stateOf(known)
  }

  return async (merge) => {
    if (merge.installationId === null) {
      return unreadable(`Without an installation of the App, ${settingsPath} cannot be read.`)
    }
    const client = await services.client(merge)
    const { base, fallback } = ownPlaces(merge)
    const owners = ownersPlace(merge)
    // Most repositories have no file of their own, and a run waits for the answer: both are asked for at once.
    const hasOwn = (await memory.recall(base.key))?.text != null
    const early = hasOwn ? null : look(client, owners, merge)
    // Who awaits it hears of its failure; that of an answer which nobody needs would end the program.
    early?.catch(() => {})
    const found = await look(client, base, merge)
    const isGone = found.kind === 'no-branch'
    const place = isGone ? fallback : base
    const own = isGone ? await look(client, fallback, merge) : found
    if (own.kind === 'not-installed') return own
    if (own.kind === 'forbidden') return unreadable(askForPermission(merge))
    if (own.kind !== 'missing' && own.kind !== 'no-branch') return read(own, place, merge)

    return read(await (early ?? look(client, owners, merge)), owners, merge)
  }
}

/** One bad answer passes, and most are followed by a good one; for more, whoever needs the settings tries again. */
async function askTwice(client: PlainClient, place: Place, etag: string | null): Promise<FileAnswer> {
  const answer = await askForFile(client, place, etag)
  return answer.kind === 'no-answer' ? await askForFile(client, place, etag) : answer
}

function stateOf(known: KnownFile | null): FileState {
  const { text, etag } = known ?? { text: null, etag: null }
  return text === null ? { kind: 'missing', etag } : { kind: 'text', text, etag }
}

/** An owner need not have a repository of that name, nor let the App see it. */
function read(state: FileState, place: Place, merge: Merge): SettingsReading {
  const file = fileAt(place, merge)
  switch (state.kind) {
    case 'text':
      return parseRepositorySettings(state.text, file)
    case 'no-file': {
      const problem = { line: 1, column: 1, key: '', problem: `is a ${state.what}`, allowed: 'a file' }
      return { kind: 'invalid', file, problems: [problem] }
    }
    case 'no-answer':
      return unreadable(`GitHub did not give ${file.path} of ${file.repository}, since ${state.because}.`)
    case 'unauthorized':
      return unreadable('GitHub does not take the token of the App for this repository.')
    case 'not-installed':
      return state
    case 'missing':
    case 'no-branch':
    case 'forbidden':
      return { kind: 'absent' }
  }
}

function unreadable(problem: string): SettingsReading {
  return { kind: 'unreadable', problem }
}

function askForPermission({ repository }: Merge): string {
  return `The App may not read ${settingsPath} of ${repository.fullName}. Give it the permission "Single file: read" for this path, and accept that where it is installed.`
}
