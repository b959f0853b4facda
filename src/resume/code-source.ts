import type { Deployment } from '../prefect/index.ts'
import type { Merge } from './merge.ts'
import type { CodeSource } from './outlook.ts'

/**
 * Where a deployment's code comes from when a run starts.
 *
 * Source: Prefect's pull steps run in order on the worker; what is cloned wins over what an image holds.
 */
export function codeSourceOf({ pullSteps, image, path, entrypoint }: Deployment): CodeSource {
  const cloned = pullSteps.findLast(({ step }) => /(?:^|\.)git_clone(?:_project)?$/.test(step))
  const repository = textOf(cloned?.inputs['repository'])
  if (cloned !== undefined && repository !== null) {
    const { branch, tag, commit_sha: commit } = cloned.inputs
    return {
      kind: 'git',
      repository: withoutCredentials(repository),
      branch: textOf(branch) ?? textOf(tag),
      commit: textOf(commit),
    }
  }
  if (image !== null) return { kind: 'image', image }
  const entered = pullSteps.findLast(({ step }) => step.endsWith('.set_working_directory'))
  const folder = textOf(entered?.inputs['directory']) ?? path
  // A served flow is in the folder where it is served: Prefect knows only its file there.
  const place = folder === null || folder === '.' ? (entrypoint ?? folder) : folder
  return place === null ? { kind: 'unknown' } : { kind: 'path', path: withoutCredentials(place) }
}

/** Whether what was merged is what such a run gets, without anybody deploying anything. */
export function bringsMerge(code: CodeSource, { repository, baseBranch }: Merge): boolean {
  if (code.kind !== 'git' || code.commit !== null) return false
  const [, name] = /([^/:]+\/[^/:]+?)(?:\.git)?\/*$/.exec(code.repository) ?? []
  const branch = code.branch ?? repository.defaultBranch
  return name?.toLowerCase() === repository.fullName.toLowerCase() && branch === baseBranch
}

/** Tokens stand in such addresses: as user, as password (with whatever characters), or in the query. */
function withoutCredentials(address: string): string {
  const scheme = /^\s*[a-z][a-z\d+.-]*:\/\//i.exec(address)?.[0]
  if (scheme === undefined) return address
  const place = address.slice(Math.max(scheme.length, address.lastIndexOf('@') + 1))
  return `${scheme.trimStart()}${place.replace(/[?#].*$/s, '')}`
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
