import { matchesGlob } from './matches-glob.ts'
import type { Merge } from './merge.ts'
import {
  defaultRepositorySettings,
  type RepositorySettings,
  type SettingsReading,
} from './repository-settings.ts'
import type { Standing } from './standing.ts'

/** What the repository's settings mean for a merge; without settings, no run of it is looked at. */
export interface Judgement {
  standing: Standing
  settings: RepositorySettings | null
}

/** Whether the runs of a merge are looked at at all, as the repository's settings want it. */
export function judgeMerge(
  merge: Merge,
  reading: Extract<SettingsReading, { kind: 'absent' | 'valid' | 'unparsable' | 'invalid' }>,
): Judgement {
  if (reading.kind === 'unparsable' || reading.kind === 'invalid') {
    const { file, problems } = reading
    return { standing: { kind: 'settings-wrong', file, problems: [...problems] }, settings: null }
  }
  const settings = reading.kind === 'valid' ? reading.settings : defaultRepositorySettings
  const skipped = whySkipped(merge, settings)
  if (skipped !== null) return { standing: skipped, settings: null }
  return { standing: { kind: 'acts', comment: settings.comment }, settings }
}

type Skipped = Extract<Standing, { kind: 'skipped' }>

function whySkipped(merge: Merge, { enabled, branches, labels }: RepositorySettings): Skipped | null {
  if (!enabled) return skipped('disabled', 'enabled: false')
  if (branches !== null && !matchesGlob(merge.baseBranch, branches, { anyCase: false })) {
    return skipped('branch', merge.baseBranch)
  }
  // GitHub's labels are the same in any case.
  const has = new Set(merge.labels.map((label) => label.toLowerCase()))
  const unwanted = labels.skip.find((label) => has.has(label.toLowerCase()))
  if (unwanted !== undefined) return skipped('label', unwanted)
  const missing = labels.require.length > 0 && !labels.require.some((label) => has.has(label.toLowerCase()))
  return missing ? skipped('label-missing', labels.require.join(', ')) : null
}

function skipped(because: Skipped['because'], detail: string): Skipped {
  return { kind: 'skipped', because, detail }
}
