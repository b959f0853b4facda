import type { Merge } from '../../resume/index.ts'

/** The first line of the comment of a merge: it shows nothing, and lets us find the comment again. Holds ids only. */
export function commentMarker({ repository, number, commit }: Merge): string {
  const key = `${repository.id}#${number}@${commit}`.replaceAll(/[^\w#@]/g, '')
  return `<!-- resume-on-merge merge:${key} -->`
}
