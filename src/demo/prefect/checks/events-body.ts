import { z } from 'zod'

const limits = { labels: 500, related: 100, name: 1024 }

const labels = z
  .record(z.string(), z.string())
  .refine((all) => Object.keys(all).length <= limits.labels, {
    error: `The maximum number of labels per resource is ${limits.labels}`,
    abort: true,
  })
  .refine((all) => Boolean(all['prefect.resource.id']), {
    error: 'Resources must include the prefect.resource.id label',
    abort: true,
  })

const event = z.object({
  /** With or without an offset. */
  occurred: z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'occurred must be a date and time'),
  event: z.string().max(limits.name),
  resource: labels,
  related: z
    .array(
      labels.refine((all) => Boolean(all['prefect.resource.role']), {
        error: 'Related Resources must include the prefect.resource.role label',
      }),
    )
    .max(limits.related)
    .optional(),
  payload: z.record(z.string(), z.unknown()).optional(),
  id: z.guid(),
  follows: z.guid().nullish(),
})

/** An event as a client posts it; keys that Prefect does not know are dropped. */
export type PostedEvent = z.infer<typeof event>

/** The body of `POST /events`. */
export const eventsBody = z.array(event)
