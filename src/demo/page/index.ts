export { type OpenSite, openSite, type SiteOptions } from './open-site.ts'
