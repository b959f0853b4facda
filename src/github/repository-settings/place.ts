import type { Merge, SettingsFile } from '../../resume/index.ts'

/** The path of a file of settings, in each repository. It is the one file that the App may read. */
export const settingsPath = '.github/resume-on-merge.yml'

/** Where a file of settings may lie. */
export interface Place {
  /** Names the place in the memory. */
  key: string
  owner: string
  repo: string
  /** Null for the default branch, whatever its name. */
  ref: string | null
}

/** In the repository of the merge, on the branch that was merged into; that may be gone, so also on the default one. */
export function ownPlaces({ repository, baseBranch }: Merge): { base: Place; fallback: Place } {
  const { owner, repo } = namesOf(repository.fullName)
  const key = `repository ${repository.id}`
  return {
    base: { key: `${key} ${baseBranch}`, owner, repo, ref: baseBranch },
    fallback: { key, owner, repo, ref: null },
  }
}

/** In the repository in which an owner keeps what holds for all of theirs. */
export function ownersPlace({ repository }: Merge): Place {
  const { owner } = namesOf(repository.fullName)
  return { key: `owner ${repository.ownerId}`, owner, repo: '.github', ref: null }
}

/** The file as people find it, at the host of the merge. */
export function fileAt({ owner, repo, ref }: Place, merge: Merge): SettingsFile {
  const branch = (ref ?? 'HEAD').split('/').map(encodeURIComponent).join('/')
  const url = new URL(`/${owner}/${repo}/blob/${branch}/${settingsPath}`, merge.url).href
  return { repository: `${owner}/${repo}`, path: settingsPath, ref, url }
}

function namesOf(fullName: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = fullName.split('/')
  return { owner, repo }
}
