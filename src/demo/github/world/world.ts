import type { Account } from './account.ts'
import type { App, Installation } from './app.ts'
import type { LoggedDelivery } from './delivery.ts'
import type { Registration } from './manifest.ts'
import type { Repository } from './repository.ts'

/** Everything that a GitHub server holds, in memory. */
export interface World {
  /** `http://127.0.0.1:port`: where its pages and its API are. */
  origin: string
  app: App
  /** Where the App takes its deliveries; null while it has no address. */
  hookUrl: string | null
  /** By login, in lower case. */
  accounts: Map<string, Account>
  installations: Map<number, Installation>
  /** The installation tokens that were handed out. */
  tokens: Map<string, { installationId: number; expiresAt: number }>
  /** The Apps that were registered by a manifest, by the code that is exchanged for them. */
  registrations: Map<string, Registration>
  /** By full name, in lower case. */
  repositories: Map<string, Repository>
  /** Oldest first. */
  deliveries: LoggedDelivery[]
  /** A new id, above all before. */
  nextId(): number
}
