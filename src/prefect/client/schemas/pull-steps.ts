import { z } from 'zod'
import { text } from './text.ts'

/** How a worker gets the flow's code before it runs it, such as `prefect.deployments.steps.git_clone`. */
export type PullStep = {
  readonly step: string
  /** Those that are one value. Tokens may be among them: show none but those that you know. */
  readonly inputs: Readonly<Record<string, string | number | boolean | null>>
}

const inputSchema = z.union([text, z.number(), z.boolean(), z.null()])
const stepSchema = z.record(z.string(), z.unknown())

/** The steps of a deployment in their order; none that is not in the form that Prefect runs: one name with its inputs. */
export const pullStepsSchema = z
  .array(z.unknown())
  .catch([])
  .transform((steps): readonly PullStep[] => steps.flatMap(readStep))

function readStep(written: unknown): PullStep[] {
  const parsed = stepSchema.safeParse(written)
  const [named, ...others] = parsed.success ? Object.entries(parsed.data) : []
  if (named === undefined || others.length > 0) return []
  const [step, inputs] = named
  return [{ step: text.parse(step), inputs: readInputs(inputs) }]
}

function readInputs(written: unknown): PullStep['inputs'] {
  const parsed = stepSchema.safeParse(written)
  if (!parsed.success) return {}
  return Object.fromEntries(
    Object.entries(parsed.data).flatMap(([name, value]) => {
      const input = inputSchema.safeParse(value)
      return input.success ? [[text.parse(name), input.data] as const] : []
    }),
  )
}
