import { z } from 'zod'
import { text } from './text.ts'

/** Prefect takes ids in any case, and so do people; compared is the lower one. */
export const id = text.transform((said) => said.toLowerCase())

/** Anything that has an id. */
export const identifiedSchema = z.object({ id })
