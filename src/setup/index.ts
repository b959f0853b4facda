export { openSetup, type Setup } from './open-setup.ts'
export type { SetupOptions, SetupOutcome } from './options.ts'
export { readPublicUrl } from './public-url.ts'
