import { z } from 'zod'
import { id } from './id.ts'

export const flowSchema = z.object({ id, name: z.string() })

export type Flow = z.output<typeof flowSchema>
