import { z } from 'zod'
import { settingsFileSchema, settingsProblemSchema } from './repository-settings.ts'

/** When the pull request is told: always, only when something did not go well, or never. */
export const commentModeSchema = z.enum(['always', 'on-failure', 'never'])

/** What holds for all flow runs of a merge, before any of them is looked at. */
export const standingSchema = z.discriminatedUnion('kind', [
  /** Each run is decided on its own. */
  z.object({ kind: z.literal('acts'), comment: commentModeSchema }),
  /** Nothing is done and nothing is said, since somebody wants it so; `detail` names the label, branch or account. */
  z.object({
    kind: z.literal('skipped'),
    because: z.enum(['not-served', 'not-installed', 'disabled', 'label', 'label-missing', 'branch']),
    detail: z.string(),
  }),
  /** The settings file cannot be used, and nothing is resumed by guess. */
  z.object({
    kind: z.literal('settings-wrong'),
    file: settingsFileSchema,
    problems: z.array(settingsProblemSchema),
  }),
])

export type CommentMode = z.infer<typeof commentModeSchema>
export type Standing = z.infer<typeof standingSchema>
