import { z } from 'zod'

/** A merged pull request, as far as resuming and reporting need to know it. Ids are strings: they outgrow numbers. */
export const mergeSchema = z.object({
  repository: z.object({
    /** GitHub's id: stays the same when the repository is renamed or moved. */
    id: z.string(),
    /** `owner/name`, as it was when the delivery was sent. */
    fullName: z.string(),
    /** The id of the account that owns the repository. */
    ownerId: z.string(),
    defaultBranch: z.string(),
    /** Only `private` repositories are shown Prefect's state messages; `internal` ones are not. */
    visibility: z.enum(['public', 'internal', 'private']),
  }),
  number: z.int().positive(),
  /** The page of the pull request. */
  url: z.url(),
  /** The full id of the merge commit. */
  commit: z.string(),
  /** The branch that was merged into. */
  baseBranch: z.string(),
  mergedAt: z.iso.datetime({ offset: true }),
  /** The installation of the App that may comment; null when the delivery names none. */
  installationId: z.string().nullable(),
  /** Whether the pull request was opened by a bot. */
  byBot: z.boolean(),
  /** The names of its labels at the time of the merge. */
  labels: z.array(z.string()).default([]),
})

export type Merge = z.infer<typeof mergeSchema>

/** The key of a merge: ids, since names change. The same merge has it in every delivery. */
export function mergeKey(merge: Merge): string {
  return `${merge.repository.id}#${merge.number}@${merge.commit}`
}

/** `owner/repo#42`, as people write it. */
export function mergeName(merge: Merge): string {
  return `${merge.repository.fullName}#${merge.number}`
}
