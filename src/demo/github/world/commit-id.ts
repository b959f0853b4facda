import { randomBytes } from 'node:crypto'

/** The id of a commit that nobody has made. */
export function createCommitId(): string {
  return randomBytes(20).toString('hex')
}
