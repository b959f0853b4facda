import { z } from 'zod'

/** A state of a flow run, as it is read. */
export const flowRunStateSchema = z
  .object({
    /** `FAILED`, `SCHEDULED` and so on, in upper case. */
    type: z.string(),
    name: z.string(),
    timestamp: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
    message: z.string().nullish(),
  })
  .transform(({ type, name, timestamp, message }) => ({ type, name, timestamp, message: message ?? null }))

export const flowRunStatesSchema = z.array(flowRunStateSchema)

export type FlowRunState = z.output<typeof flowRunStateSchema>
