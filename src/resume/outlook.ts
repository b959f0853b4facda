import { z } from 'zod'
import { relatedRunSchema } from './left-alone.ts'

/** What keeps a scheduled run from being picked up, or may; names are untrusted. */
export const warningSchema = z.discriminatedUnion('about', [
  z.object({ about: z.literal('work-pool-paused'), name: z.string() }),
  z.object({ about: z.literal('work-pool-deleted'), name: z.string() }),
  z.object({ about: z.literal('work-pool-full'), name: z.string() }),
  z.object({ about: z.literal('no-worker'), name: z.string() }),
  z.object({ about: z.literal('work-queue-paused'), name: z.string(), pool: z.string() }),
  z.object({ about: z.literal('work-queue-deleted'), name: z.string().nullable() }),
  z.object({ about: z.literal('work-queue-full'), name: z.string(), pool: z.string() }),
  /** The pool has workers, but none that asks this queue: a worker may be started for some queues only. */
  z.object({ about: z.literal('work-queue-unasked'), name: z.string(), pool: z.string() }),
  z.object({ about: z.literal('deployment-full') }),
  /** A deployment without a work pool is served by a program, and nobody serves it now. */
  z.object({ about: z.literal('not-served') }),
])

/** Where the code comes from that a deployment runs. */
export const codeSourceSchema = z.discriminatedUnion('kind', [
  /** Cloned when the run starts: a branch, tag or commit; all null for the default branch. */
  z.object({
    kind: z.literal('git'),
    /** Without credentials. */
    repository: z.string(),
    branch: z.string().nullable(),
    commit: z.string().nullable(),
  }),
  z.object({ kind: z.literal('image'), image: z.string() }),
  /** A folder or a store that the deployment names. */
  z.object({ kind: z.literal('path'), path: z.string() }),
  z.object({ kind: z.literal('unknown') }),
])

/** What is known of a resumed run beyond its state: what it runs, and what may keep it from running. */
export const outlookSchema = z.object({
  warnings: z.array(warningSchema),
  code: codeSourceSchema,
  /** When the deployment was last updated, ISO 8601; null where Prefect does not say. */
  deployedAt: z.string().nullable(),
  /** Whether the fix is only in what runs after the flow was deployed anew. */
  needsDeploy: z.boolean(),
  /** A run of the same deployment that started later and completed. */
  laterRun: relatedRunSchema.nullable(),
  /** So many tasks of it that completed will run again; null where that is not known. */
  tasksAgain: z.number().nullable(),
  /** Another run started this one, and does not hear of its end. */
  startedByRun: z.boolean(),
})

export type Warning = z.infer<typeof warningSchema>
export type CodeSource = z.infer<typeof codeSourceSchema>
export type Outlook = z.infer<typeof outlookSchema>
