/** Writes the published schema of a repository's settings anew: npm run schema */
import { writeFile } from 'node:fs/promises'
import { renderSettingsSchema } from './settings-schema.ts'

await writeFile(new URL('../resume-on-merge.schema.json', import.meta.url), renderSettingsSchema())
