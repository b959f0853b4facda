import { z } from 'zod'

/** What the people of a repository say about its merges; it narrows what the operator allows, and never widens it. */
export interface RepositorySettings {
  /** Whether its merges are looked at at all. */
  enabled: boolean
  /** Globs over the branch that was merged into; null stands for the repository's default branch. */
  branches: readonly string[] | null
  /** Names of labels, as they are written; GitHub takes them for the same in any case. */
  labels: {
    /** A merge that has one of them is left alone. */
    skip: readonly string[]
    /** A merge that has none of them is left alone; empty asks for none. */
    require: readonly string[]
  }
  /** The types of state from which a run may be resumed, in upper case; null leaves it to the operator. */
  states: ReadonlySet<string> | null
  /** Globs over `flow/deployment`; null leaves it to the operator. */
  deployments: readonly string[] | null
  /** When a merge is commented on. */
  comment: 'always' | 'on-failure' | 'never'
  /** Whether resumed runs are followed: as long as the operator does, not at all, or so many milliseconds at most. */
  follow: boolean | number
}

/** What holds where nothing is said. */
export const defaultRepositorySettings: RepositorySettings = {
  enabled: true,
  branches: null,
  labels: { skip: [], require: [] },
  states: null,
  deployments: null,
  comment: 'always',
  follow: true,
}

/** Where a file of settings was found. */
export const settingsFileSchema = z.object({
  /** `owner/name` of the repository that it lies in: that of the merge, or the `.github` of its owner. */
  repository: z.string(),
  path: z.string(),
  /** The branch; null for the repository's default branch, whatever its name. */
  ref: z.string().nullable(),
  /** The page of the file, for people. */
  url: z.url(),
})

/** One thing that is wrong in a file. The texts may quote the file, so they are untrusted. */
export const settingsProblemSchema = z.object({
  /** Both count from 1. */
  line: z.int().positive(),
  column: z.int().positive(),
  /** `labels.skip[0]`; empty for the file as a whole. */
  key: z.string(),
  /** Follows the key: `is "yes"`. */
  problem: z.string(),
  /** Follows `allowed:`. */
  allowed: z.string(),
})

export type SettingsFile = z.infer<typeof settingsFileSchema>
export type SettingsProblem = z.infer<typeof settingsProblemSchema>

/** What became of reading the settings of a repository; none of it is an exception, since each is told to people. */
export type SettingsReading =
  /** There is no file: the defaults hold. */
  | { kind: 'absent' }
  | { kind: 'valid'; settings: RepositorySettings; file: SettingsFile }
  /** The file is no YAML. */
  | { kind: 'unparsable'; file: SettingsFile; problems: readonly SettingsProblem[] }
  /** It is YAML, but says something that is no setting. */
  | { kind: 'invalid'; file: SettingsFile; problems: readonly SettingsProblem[] }
  /** The App is not, or no longer, let in by the owner of the repository; `why` says how. */
  | { kind: 'not-installed'; why: string }
  /** GitHub did not give the file, and nothing is known from before; `problem` is a sentence that says why. */
  | { kind: 'unreadable'; problem: string }
