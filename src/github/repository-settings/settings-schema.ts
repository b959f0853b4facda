import { z } from 'zod'
import { durationForm, parseDuration } from '../../settings/index.ts'
import { globSchema, globsOver } from './glob.ts'

/*
 * The messages of this schema say what is allowed; what is there instead is told from the file. The descriptions are
 * those of the published JSON Schema, which editors show.
 */

const allowed = {
  enabled: 'true or false',
  branches: globsOver('branch names, such as main or release/*'),
  labels: 'names of labels (at most 50, in quotes where YAML takes them for something else)',
  states: 'one or more of FAILED, CRASHED, CANCELLED',
  deployments: globsOver('flow/deployment, such as daily-etl/prod or */prod'),
  comment: 'always, on-failure or never',
  follow: `true, false or ${durationForm}`,
}

const branch = globSchema(allowed.branches)

const label = z.string(allowed.labels).min(1, allowed.labels).max(100, allowed.labels)

const deployment = globSchema(allowed.deployments).regex(/^[^/]+\/[^/]+$/, allowed.deployments)

const stateTypes = ['FAILED', 'CRASHED', 'CANCELLED'] as const

/** In any case; editors offer the first form. */
const state = z.union(
  [z.enum(stateTypes, allowed.states), z.string(allowed.states).regex(inAnyCase(stateTypes), allowed.states)],
  allowed.states,
)

const duration = z
  .string(allowed.follow)
  .regex(/^\d+[smhd]$/, allowed.follow)
  .transform((text, context) => {
    const milliseconds = parseDuration(text)
    if (milliseconds !== undefined) return milliseconds
    context.addIssue({ code: 'custom', message: allowed.follow })
    return z.NEVER
  })

const labelsSchema = z.strictObject(
  {
    skip: listOf(label, z.array(label, allowed.labels), allowed.labels)
      .default([])
      .describe('A merge with one of these labels is left alone. Upper and lower case are the same.'),
    require: listOf(label, z.array(label, allowed.labels), allowed.labels)
      .default([])
      .describe('A merge without any of these labels is left alone. Upper and lower case are the same.'),
  },
  'skip and require, each with names of labels',
)

/** What a repository may say, as it is written → as it is meant. Every key may be left out; unknown ones are errors. */
export const settingsSchema = z
  .strictObject(
    {
      enabled: z
        .boolean(allowed.enabled)
        .default(true)
        .describe('Whether merges of this repository resume flow runs. With false they are left alone.'),
      branches: atLeastOne(branch, allowed.branches)
        .optional()
        .transform((globs) => globs ?? null)
        .describe(
          "The base branches whose merges resume flow runs, as globs; * stays within a part between slashes, ** does not. Without it: the repository's default branch only.",
        ),
      labels: labelsSchema
        .prefault({})
        .describe('Which labels of a pull request keep its merge from resuming flow runs.'),
      states: atLeastOne(state, allowed.states)
        .transform((types) => new Set(types.map((type) => type.toUpperCase())))
        .optional()
        .transform((types) => types ?? null)
        .describe(
          'The types of state from which flow runs are resumed. It may only narrow what the operator of the App allows (RESUME_STATES). Without it: all of those.',
        ),
      deployments: atLeastOne(deployment, allowed.deployments)
        .optional()
        .transform((globs) => globs ?? null)
        .describe(
          'The deployments whose flow runs are resumed, as globs over flow/deployment. It may only narrow what the operator of the App allows (ALLOWED_DEPLOYMENTS). Without it: all of those.',
        ),
      comment: z
        .enum(['always', 'on-failure', 'never'], allowed.comment)
        .default('always')
        .describe(
          'When a merge gets a comment: always; on-failure, only when a run ends badly, waits in vain, or somebody should mend something; or never.',
        ),
      follow: z
        .union([z.boolean(allowed.follow), duration], allowed.follow)
        .prefault(true)
        .describe(
          'Whether resumed runs are followed until they end, or for how long at most: a whole number with s, m, h or d, such as 2h. It may only shorten what the operator of the App sets (FOLLOW_FOR).',
        ),
    },
    'a mapping of settings, such as `branches: main`',
  )
  .meta({
    title: 'Settings of resume-on-merge for a repository',
    description:
      "`.github/resume-on-merge.yml`: read from the branch that was merged into, else from the `.github` repository of the owner. What a repository says narrows what the App's operator allows, and never widens it.",
  })

/** The settings that there are in the mapping at a path. */
export function namesAt(path: readonly PropertyKey[]): string[] {
  return Object.keys(path.length === 0 ? settingsSchema.shape : labelsSchema.shape)
}

function atLeastOne<Item extends z.ZodType<string, string>>(item: Item, message: string) {
  return listOf(item, z.array(item, message).min(1, message), message)
}

/** A single text stands for a list of it. */
function listOf<Item extends z.ZodType<string, string>>(item: Item, list: z.ZodArray<Item>, message: string) {
  return z.union([item.transform((one) => [one]), list.max(50, message)], message)
}

/** JSON Schema knows no flags of expressions. */
function inAnyCase(words: readonly string[]): RegExp {
  const letters = (word: string) => [...word].map((letter) => `[${letter}${letter.toLowerCase()}]`).join('')
  return new RegExp(`^(?:${words.map(letters).join('|')})$`)
}
