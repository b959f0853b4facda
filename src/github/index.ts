export { type Comments, commentsOf } from './comments.ts'
export { createApp } from './create-app.ts'
export { type HandOverServices, handOverAttempts, handOverPending } from './hand-over.ts'
export { type ReceivedRequest, readDelivery } from './read-delivery.ts'
export {
  createSettingsReader,
  type KnownFile,
  type PlainClient,
  parseRepositorySettings,
  type SettingsMemory,
  type SettingsServices,
  settingsPath,
} from './repository-settings/index.ts'
export { createSweeper, type DeliveryLog, deliveryLogOf } from './sweep/index.ts'
export { createTeller } from './teller.ts'
export { type AppOwner, createWhyNotServed } from './why-not-served.ts'
