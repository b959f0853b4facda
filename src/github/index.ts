export { type Comments, commentsOf } from './comments.ts'
export { createApp } from './create-app.ts'
export { type HandOverServices, handOverPending } from './hand-over.ts'
export { type ReceivedRequest, readDelivery } from './read-delivery.ts'
export {
  createSettingsReader,
  type KnownFile,
  parseRepositorySettings,
  type SettingsMemory,
  type SettingsServices,
  settingsPath,
} from './repository-settings/index.ts'
export { type AppOwner, createServes } from './serves.ts'
export { createTeller } from './teller.ts'
