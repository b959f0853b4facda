import type { Account } from './account.ts'

/** The GitHub App under test. */
export interface App {
  id: number
  slug: string
  owner: Account
  webhookSecret: string
  createdAt: string
}

/** The App on one account. */
export interface Installation {
  id: number
  account: Account
  createdAt: string
  suspendedAt: string | null
}
