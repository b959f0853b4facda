import { z } from 'zod'
import { id } from './id.ts'

export const deploymentSchema = z.object({ id, name: z.string() })

export type Deployment = z.output<typeof deploymentSchema>
