import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { findFlowRuns } from '../../../src/prefect/flow-runs/index.ts'

const fixture = new URL('../../fixtures/flow-run-urls.jsonl', import.meta.url)
const reference = z.object({
  id: z.string(),
  account: z.string().nullable(),
  workspace: z.string().nullable(),
})
const schema = z.object({
  name: z.string(),
  text: z.string(),
  repeat: z.object({ filler: z.string(), times: z.int() }).optional(),
  ids: z.array(z.string()),
  found: z.array(reference),
  bases: z.array(z.string()),
  tags: z.array(z.string()),
  note: z.string(),
})
const cases = readFileSync(fixture, 'utf8')
  .trim()
  .split('\n')
  .map((line) => schema.parse(JSON.parse(line)))

test.each(cases)('$name: $note', ({ text, repeat, ids, found, bases, note }) => {
  const whole = (repeat?.filler.repeat(repeat.times) ?? '') + text
  const length = /(\d+) characters in all/.exec(note)?.[1]
  if (length) expect(whole).toHaveLength(Number(length))

  const references = findFlowRuns(whole, bases)

  expect(references.map(({ id }) => id)).toEqual(ids)
  expect(references).toMatchObject(found)
  for (const { id, url } of references)
    expect(new URL(url).pathname.toLowerCase()).toMatch(new RegExp(`/${id}$`))
})
