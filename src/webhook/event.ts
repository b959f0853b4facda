import { z } from 'zod'

/** Prefect takes no longer names of events and keys of labels. */
const name = z.string().min(1).max(1024)

const labels = z
  .record(z.string().max(1024), z.string('a label is a text: write numbers and booleans in quotes'))
  .refine((given) => Object.keys(given).length <= 500, 'a resource has at most 500 labels')

const resource = labels.refine(
  (given) => given['prefect.resource.id'],
  'a resource needs prefect.resource.id',
)

const relatedResource = resource.refine(
  (given) => given['prefect.resource.role'],
  'a related resource needs prefect.resource.role',
)

/** An event as Prefect's `POST /events` takes it. */
export const prefectEventSchema = z.looseObject({
  id: z.uuid(),
  /** ISO 8601, with its offset. */
  occurred: z.iso.datetime({ offset: true, local: true }),
  event: name,
  resource,
  related: z.array(relatedResource).max(100, 'an event has at most 100 related resources'),
  payload: z.record(z.string(), z.unknown()),
  /** The id of an event that came before this one. */
  follows: z.uuid().nullish(),
})

export type PrefectEvent = z.infer<typeof prefectEventSchema>

/** What a template has to make, at least; anything missing is filled in later. */
export const renderedEventSchema = z.looseObject({
  event: z.string('an event needs a name: the text `event`').min(1, 'the name of the event is empty'),
  resource: z.looseObject({
    'prefect.resource.id': z
      .string('an event needs resource["prefect.resource.id"], a text')
      .min(1, 'resource["prefect.resource.id"] is empty'),
  }),
})

/** An event as a template made it: nothing is filled in. */
export type TemplateEvent = z.infer<typeof renderedEventSchema>
