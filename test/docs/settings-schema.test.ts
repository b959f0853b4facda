import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { renderSettingsSchema, settingsSchemaUrl } from '../../docs/settings-schema.ts'
import { parseRepositorySettings, settingsPath } from '../../src/github/index.ts'
import { defaultRepositorySettings } from '../../src/resume/index.ts'
import { aFile } from '../github/repository-settings/a-file.ts'

const root = new URL('../../', import.meta.url)
const published = await readFile(new URL('resume-on-merge.schema.json', root), 'utf8')
const example = await readFile(new URL('examples/resume-on-merge.yml', root), 'utf8')

const documented = z.object({
  description: z.string(),
  properties: z.record(z.string(), z.looseObject({ description: z.string() })),
})

/** What the schema as it is published says of a value; it knows nothing of our own checks beside it. */
const fromPublished = z.fromJSONSchema(JSON.parse(published))

const parse = (text: string) => parseRepositorySettings(text, aFile)

describe('the published schema', () => {
  test('is what `npm run schema` writes', () => {
    expect(published).toBe(renderSettingsSchema())
  })

  test('explains every setting', () => {
    const { properties } = documented.parse(JSON.parse(published))
    expect(Object.keys(properties)).toEqual(Object.keys(defaultRepositorySettings))
    expect(Object.keys(documented.parse(properties['labels']).properties)).toEqual(['skip', 'require'])
  })

  test('takes and refuses what the App does', () => {
    const text = fc.oneof(
      fc.constantFrom('main', 'release/*', 'a/b', '**/*', '*a*b*', 'a*b*c*d*', '{a,b}', '!a', '', 'a\nb'),
      fc.constantFrom('failed', 'Crashed', 'CANCELLED', 'LATE', 'always', 'never', 'Never', '2h', '3 d'),
    )
    const value = fc.oneof(
      text,
      fc.array(text, { maxLength: 3 }),
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
    )
    const settings = fc.record(
      {
        enabled: value,
        branches: value,
        labels: fc.oneof(
          value,
          fc.record({ skip: value, require: value, other: value }, { requiredKeys: [] }),
        ),
        states: value,
        deployments: value,
        comment: value,
        follow: value,
        other: value,
      },
      { requiredKeys: [] },
    )
    const oneSetting = settings.map((all) => Object.fromEntries(Object.entries(all).slice(0, 1)))
    fc.assert(
      fc.property(fc.oneof(settings, oneSetting), (document) => {
        expect(fromPublished.safeParse(document).success).toBe(
          parse(JSON.stringify(document)).kind === 'valid',
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('the example', () => {
  test('means the defaults', () => {
    expect(parse(example)).toMatchObject({ kind: 'valid', settings: defaultRepositorySettings })
  })

  test('leads editors to the published schema, and people to the path', () => {
    const [first] = example.split('\n', 1)
    expect(first).toBe(`# yaml-language-server: $schema=${settingsSchemaUrl}`)
    expect(JSON.parse(published)).toMatchObject({ $id: settingsSchemaUrl })
    expect(example).toContain(settingsPath)
  })

  test('shows every setting, and all that it shows can be taken', () => {
    const everything = parse(example.replaceAll(/^# (?=\w+:|\s)/gm, ''))
    if (everything.kind !== 'valid') throw new Error(JSON.stringify(everything))
    expect(everything.settings).toEqual({
      ...defaultRepositorySettings,
      branches: ['main', 'release/*'],
      states: new Set(['FAILED']),
      deployments: ['daily-etl/*', '*/prod'],
    })
  })
})
