import { z } from 'zod'
import { settingsSchema } from '../src/github/repository-settings/settings-schema.ts'

/** Where editors find the published schema. */
export const settingsSchemaUrl =
  'https://raw.githubusercontent.com/resume-on-merge/resume-on-merge/main/resume-on-merge.schema.json'

/** The settings of a repository as a JSON Schema, in the draft that editors know best. */
export function renderSettingsSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(settingsSchema, { io: 'input', target: 'draft-07' })
  return `${JSON.stringify({ $schema, $id: settingsSchemaUrl, ...schema }, null, 2)}\n`
}
