export type { Delivery, StoredRequest } from './delivery.ts'
export type { Inbox, PendingMerge, StoredDelivery, Untold, UntoldReport } from './inbox.ts'
export { openInbox } from './open-inbox.ts'
