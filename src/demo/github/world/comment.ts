import type { Account } from './account.ts'

export interface Comment {
  id: number
  /** The number of the pull request. */
  number: number
  author: Account
  /** Whether the App wrote it. */
  viaApp: boolean
  createdAt: string
  updatedAt: string
  /** All the bodies it has had, the newest last. */
  bodies: string[]
}

/** The longest body that GitHub takes, in characters. */
export const longestBody = 65_536

/** The body that a comment has now. */
export function bodyOf({ bodies }: Comment): string {
  return bodies.at(-1) ?? ''
}
