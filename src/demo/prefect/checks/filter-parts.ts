import { z } from 'zod'
import { parseMicroseconds } from '../clock.ts'
import { stateTypes } from '../documents/state.ts'

/** A list of which one must fit. */
export const anyOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ any_: z.array(item).nullish() }).nullish()

export const id = z.guid().transform((text) => text.toLowerCase())

export const state = z.strictObject({ type: anyOf(z.enum(stateTypes)), name: anyOf(z.string()) }).nullish()

/** In microseconds since 1970. */
export const time = z
  .string()
  .transform(parseMicroseconds)
  .refine((microseconds) => !Number.isNaN(microseconds), 'Input should be a valid datetime')

/** Which part of a list is wanted. */
export const page = { limit: z.int().nullish(), offset: z.int().min(0).default(0) }
