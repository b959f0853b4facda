import { z } from 'zod'
import { id } from './id.ts'
import { text } from './text.ts'

export const flowSchema = z.object({ id, name: text })

export type Flow = z.output<typeof flowSchema>
