import { z } from 'zod'
import { text } from './text.ts'
import { time } from './time.ts'

/** A state of a flow run, as it is read. */
export const flowRunStateSchema = z
  .object({
    /** `FAILED`, `SCHEDULED` and so on, in upper case. */
    type: text,
    name: text,
    timestamp: time,
    message: text.nullish(),
  })
  .transform(({ type, name, timestamp, message }) => ({ type, name, timestamp, message: message ?? null }))

export const flowRunStatesSchema = z.array(flowRunStateSchema)

export type FlowRunState = z.output<typeof flowRunStateSchema>
