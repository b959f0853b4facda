export type { DeliveryOverrides } from './hooks/deliver.ts'
export { sign } from './hooks/sign.ts'
export type {
  CommentView,
  GitHubControl,
  GitHubStandIn,
  MergeInput,
  PullRequestName,
  PullRequestPage,
} from './stand-in.ts'
export { type GitHubOptions, startGitHub } from './start-github.ts'
export type { Delivery, LoggedDelivery } from './world/delivery.ts'
export type { PullRequestInput } from './world/pull-requests.ts'
export type { RepositoryInput } from './world/repositories.ts'
