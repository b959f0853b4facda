export { type OpenSite, openSite, type SiteOptions } from './page/index.ts'
export { type DemoOptions, type DemoResult, runOnce } from './run-once.ts'
