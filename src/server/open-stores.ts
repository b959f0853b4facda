import { accessSync, constants, mkdirSync } from 'node:fs'
import type { Logger } from 'pino'
import { type Engine, openEngine } from '../durable/index.ts'
import { type Inbox, openInbox } from '../inbox/index.ts'
import { codeOf } from './code-of.ts'
import { storeError } from './store-error.ts'
import { UnusableDataFolderError } from './unusable-data-folder-error.ts'

export interface Storage {
  databaseUrl: string | null
  dataFolder: string
}

/**
 * Opens what the App keeps: the inbox and the engine's store, each in a file of its own, or both in one Postgres.
 *
 * @throws UnusableDataFolderError, UnusableDatabaseFileError, UnusablePostgresError
 */
export async function openStores(storage: Storage, log: Logger): Promise<{ inbox: Inbox; engine: Engine }> {
  if (storage.databaseUrl === null) makeFolder(storage.dataFolder)
  const inbox = await opened(openInbox(storage, log), storage, 'inbox.sqlite')
  try {
    return { inbox, engine: await opened(openEngine(storage, log), storage, 'workflows.sqlite') }
  } catch (error) {
    await inbox.close()
    throw error
  }
}

async function opened<Store>(opening: Promise<Store>, storage: Storage, file: string): Promise<Store> {
  try {
    return await opening
  } catch (error) {
    throw storeError(error, storage, file)
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new UnusableDataFolderError(folder, codeOf(error) ?? 'unknown reason', error)
  }
}
