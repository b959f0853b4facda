import type { Serving } from '../http/index.ts'
import type { DeliveryOverrides } from './hooks/deliver.ts'
import type { Delivery, LoggedDelivery } from './world/delivery.ts'
import type { PullRequestInput } from './world/pull-requests.ts'
import type { RepositoryInput } from './world/repositories.ts'
import type { Entry, Repository } from './world/repository.ts'

/** A pull request by its number, in `acme/etl` unless its repository is given. */
export type PullRequestName = number | { repository: string; number: number }

export interface PullRequestPage {
  repository: string
  number: number
  /** Its page. */
  url: string
}

export interface MergeInput {
  /** The login that merges. @default 'maintainer' */
  by?: string
  /** The id of the merge commit; a new one unless given. */
  commit?: string
  /** When, as GitHub writes times; now unless given. */
  at?: string
}

/** A comment as a person would see it, and as it was before. */
export interface CommentView {
  id: number
  body: string
  /** The login of its author. */
  user: string
  /** Whether the App wrote it. */
  viaApp: boolean
  created: string
  updated: string
  /** All the bodies it has had, the first one first. */
  edits: string[]
}

/** What can be done to what a GitHub server holds, and seen of it. */
export interface GitHubControl {
  addRepository(input: RepositoryInput): Repository
  addPullRequest(input: PullRequestInput): PullRequestPage
  /** Each of these does it, and gives the delivery that tells the App; `deliver` sends it. */
  opened(name: PullRequestName): Delivery
  edit(name: PullRequestName, change: { title?: string; body?: string | null }): Delivery
  merge(name: PullRequestName, input?: MergeInput): Delivery
  closeUnmerged(name: PullRequestName): Delivery
  reopen(name: PullRequestName): Delivery
  ping(): Delivery
  /** Signs a delivery, posts it to `hookUrl` and logs the attempt. Never rejects. */
  deliver(delivery: Delivery, overrides?: DeliveryOverrides): Promise<LoggedDelivery>
  /** All attempts so far, oldest first. */
  deliveries: readonly LoggedDelivery[]
  comments(repository: string, number: number): CommentView[]
  /** A comment that somebody else than the App writes. */
  addComment(repository: string, number: number, input: { body: string; user: string }): CommentView
  /** Puts something onto a branch, the default one unless given; null takes it off. */
  setFile(repository: string, path: string, entry: Entry | null, branch?: string): void
  deleteBranch(repository: string, branch: string): void
  /** The id of the App's installation on the account; null when there is none. */
  installationOf(owner: string): number | null
  suspend(owner: string): void
  unsuspend(owner: string): void
  uninstall(owner: string): void
}

/** A GitHub server in this process, with one App. */
export interface GitHubStandIn extends GitHubControl, Omit<Serving, 'changed'> {
  /** For `GHE_HOST`: address and port. */
  host: string
  /** `http://127.0.0.1:port/api/v3` */
  apiUrl: string
  appId: number
  /** PEM. */
  privateKey: string
  webhookSecret: string
  /** The login that owns the App. */
  owner: string
  /** Where the App takes its deliveries; null while it has no address. To be set. */
  hookUrl: string | null
}
