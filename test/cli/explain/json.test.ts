import { expect } from 'vitest'
import { z } from 'zod'
import { mergeSchema, planSchema, runReportSchema, standingSchema } from '../../../src/resume/index.ts'
import { test } from './scene.ts'
import { stories } from './stories.ts'

const time = z.iso.datetime()

const deliverySchema = z.strictObject({
  guid: z.string(),
  event: z.string(),
  action: z.string().nullable(),
  repository: z.strictObject({ id: z.string(), fullName: z.string() }).nullable(),
  number: z.int().nullable(),
  tellsOfMerge: z.boolean(),
  receivedAt: time,
  timesReceived: z.int().positive(),
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
})

const planned = planSchema.shape.runs.element
const attemptSchema = z.strictObject({
  ...runReportSchema.omit({ id: true, url: true }).shape,
  servedBy: z.string().nullable(),
  open: z.boolean(),
  changedAt: time,
  lookAt: time,
  followUntil: time,
})

const mergeRecordSchema = z.strictObject({
  ...mergeSchema.shape,
  key: z.string(),
  recordedAt: time,
  handedOverAt: time.nullable(),
  standing: standingSchema.nullable(),
  runs: z.array(z.strictObject({ ...planned.shape, acts: z.boolean(), attempts: z.array(attemptSchema) })),
  beyondLimit: z.int(),
  unused: z.array(z.strictObject({ url: z.string(), because: z.string() })),
  mismatch: z.string().nullable(),
  askedAttempts: z.array(
    z.strictObject({
      attempt: z.int().min(2),
      runs: z.array(z.string()).nullable(),
      askedAt: time,
      handedOverAt: time.nullable(),
    }),
  ),
  comment: z.strictObject({
    id: z.string().nullable(),
    url: z.url().nullable(),
    timesWritten: z.int(),
    alerts: z.array(z.string()),
    hasReport: z.boolean(),
    hasNews: z.boolean(),
    failures: z.int(),
    notBefore: time.nullable(),
    silentBecause: z.string().nullable(),
  }),
  finishedAt: time.nullable(),
})

const answerSchema = z.strictObject({
  asked: z.string(),
  store: z.string(),
  found: z
    .array(
      z.strictObject({
        verdict: z.strictObject({ says: z.string().min(1), next: z.string().min(1) }),
        deliveries: z.array(deliverySchema).min(1),
        merge: mergeRecordSchema.nullable(),
      }),
    )
    .min(1),
})

test.for(Object.entries(stories))(
  'the JSON of %s has exactly the keys that are promised',
  async ([, tell], { scene }) => {
    await tell(scene)
    const answer = await scene.explain()
    expect(answerSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
  },
)

test('a comment has the address at which people see it', async ({ scene }) => {
  await stories['resumed-and-completed']?.(scene)
  const { found } = await scene.explain()
  expect(found[0]?.merge?.comment).toMatchObject({
    id: '9007199254740993',
    url: 'https://github.com/acme/etl/pull/42#issuecomment-9007199254740993',
    silentBecause: null,
  })
})
