import { z } from 'zod'
import { stateTypes } from '../documents/state.ts'

const anyOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ any_: z.array(item).nullish() }).nullish()
const id = z.guid().transform((text) => text.toLowerCase())

/** The body of `POST /flow_runs/filter`: what of it this stand-in knows. */
export const flowRunsFilter = z.object({
  flow_runs: z
    .strictObject({
      id: anyOf(id),
      deployment_id: anyOf(id),
      state: z.strictObject({ type: anyOf(z.enum(stateTypes)), name: anyOf(z.string()) }).nullish(),
    })
    .nullish(),
  sort: z.literal('ID_DESC').optional(),
  limit: z.int().nullish(),
  offset: z.int().min(0).default(0),
})

export type FlowRunsFilter = z.infer<typeof flowRunsFilter>
