import { z } from 'zod'

const labels = z
  .record(
    z.string().max(1024, 'the name of a label has at most 1024 characters'),
    z.string('a label is a text: write numbers and booleans in quotes'),
  )
  .refine((given) => Object.keys(given).length <= 500, 'a resource has at most 500 labels')

const resource = labels.refine(
  (given) => given['prefect.resource.id'],
  'a resource needs prefect.resource.id',
)

const relatedResource = resource.refine(
  (given) => given['prefect.resource.role'],
  'a related resource needs prefect.resource.role',
)

/** An event as Prefect's `POST /events` takes it; keys that it does not know, it ignores. */
export const prefectEventSchema = z.looseObject({
  id: z.guid(),
  /** ISO 8601. */
  occurred: z.string().refine((given) => !Number.isNaN(Date.parse(given)), 'not a time as ISO 8601 has it'),
  event: z.string().min(1).max(1024, 'the name of an event has at most 1024 characters'),
  resource,
  related: z.array(relatedResource).max(100, 'an event has at most 100 related resources'),
  payload: z.record(z.string(), z.unknown()),
  /** The id of an event that came before this one. */
  follows: z.guid().nullish(),
})

export type PrefectEvent = z.infer<typeof prefectEventSchema>

const labelledEventSchema = prefectEventSchema
  .pick({ event: true, resource: true, related: true })
  .partial({ related: true })

/** An event's name and labels, as Prefect takes them: what a trigger looks at. */
export type LabelledEvent = z.infer<typeof labelledEventSchema>

/** What a template has to make, at least; anything that is missing is filled in later. */
export const templateEventSchema = z.looseObject({
  event: z.string('an event needs a name, the text `event`').min(1, 'the name of the event is empty'),
  resource: z.looseObject(
    {
      'prefect.resource.id': z
        .string('an event needs resource["prefect.resource.id"], a text')
        .min(1, 'resource["prefect.resource.id"] is empty'),
    },
    'an event needs a resource, an object of labels',
  ),
})

/** An event as a template made it: nothing is filled in. */
export type TemplateEvent = z.infer<typeof templateEventSchema>

/** What is wrong with a value, in lines for people; null when nothing is. */
export function problemWith(schema: z.ZodType, value: unknown): string | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? null : z.prettifyError(parsed.error)
}

/** Whether a value is what this schema describes. The value itself stays as it is, with the order of its keys. */
export function fits<T>(schema: z.ZodType<T>, value: unknown): value is T {
  return schema.safeParse(value).success
}

/** The name and labels of an event that a template made, or what Prefect would not take of them, in lines for people. */
export function readLabels(event: TemplateEvent): { event: LabelledEvent } | { problem: string } {
  const labelled = labelledEventSchema.safeParse(event)
  return labelled.success ? { event: labelled.data } : { problem: z.prettifyError(labelled.error) }
}
