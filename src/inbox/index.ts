export type {
  ArchiveQuery,
  AskedAttempt,
  CommentRecord,
  DeliveryRecord,
  Dossier,
  MergeRecord,
  NamedRun,
  RunAttempt,
} from './archive/dossier.ts'
export { type Archive, openArchive } from './archive/open-archive.ts'
export { UnknownFormError } from './archive/unknown-form-error.ts'
export { MissingStoreError } from './database/missing-store-error.ts'
export { OtherVersionError } from './database/other-version-error.ts'
export { databaseName, type InboxStorage } from './database/storage.ts'
export type { Delivery, StoredRequest } from './delivery.ts'
export { type Desk, openDesk } from './desk.ts'
export { ForgottenMergeError } from './forgotten-merge-error.ts'
export type {
  FileMemory,
  Forgotten,
  Inbox,
  PendingMerge,
  StoredDelivery,
  Told,
  Untold,
  UntoldReport,
} from './inbox.ts'
export type { Listing, MissedDeliveries, MissedDelivery } from './missed-delivery.ts'
export { openInbox } from './open-inbox.ts'
