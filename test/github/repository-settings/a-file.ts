import type { SettingsFile } from '../../../src/resume/index.ts'

/** Where the texts of the tests lie. */
export const aFile: SettingsFile = {
  repository: 'acme/etl',
  path: '.github/resume-on-merge.yml',
  ref: 'main',
  url: 'https://github.com/acme/etl/blob/main/.github/resume-on-merge.yml',
}
