import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What lets runs wait, fail, or be killed as long as it is there. */
export type Steering = 'held' | 'broken' | 'deadly'

/** The folder that steers the runs of `orders.py` that get it as their parameter, and where they note what they do. */
export interface RunFolder {
  path: string
  /** Begins to steer them so. */
  put(file: Steering): Promise<void>
  remove(file: Steering): Promise<void>
  /** How often a run did it; 0 also for one that did nothing yet. */
  count(runId: string, what: 'execution' | 'extract' | 'load'): Promise<number>
}

/** @param parent where it is made, under a new name */
export async function makeRunFolder(parent: string): Promise<RunFolder> {
  const path = join(parent, crypto.randomUUID())
  await mkdir(path)
  await writeFile(join(path, 'done.log'), '')
  return {
    path,
    put: (file) => writeFile(join(path, file), ''),
    remove: (file) => rm(join(path, file)),
    async count(runId, what) {
      const lines = (await readFile(join(path, 'done.log'), 'utf8')).split('\n')
      return lines.filter((line) => line === `${runId} ${what}`).length
    },
  }
}
