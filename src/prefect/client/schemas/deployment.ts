import { z } from 'zod'
import { id } from './id.ts'
import { text } from './text.ts'

export const deploymentSchema = z.object({ id, name: text })

export type Deployment = z.output<typeof deploymentSchema>
