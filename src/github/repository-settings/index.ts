export { parseRepositorySettings } from './parse-repository-settings.ts'
