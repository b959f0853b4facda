import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'

/**
 * Does `work` while no other process does: an open write transaction is a lock that the operating system lets go of
 * when its holder dies. Waits up to `deadline` milliseconds for the lock.
 */
export async function withLock<Value>(
  file: string,
  deadline: number,
  work: () => Promise<Value>,
): Promise<Value> {
  const lock = new DatabaseSync(file)
  try {
    const end = Date.now() + deadline
    while (!taken(lock)) {
      if (Date.now() > end) throw new Error(`${file} is still locked by another run after ${deadline} ms.`)
      await setTimeout(500)
    }
    return await work()
  } finally {
    lock.close()
  }
}

const busy = 5 // SQLITE_BUSY

function taken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return false
    throw error
  }
}
