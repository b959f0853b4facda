import type { Merge } from '../../resume/index.ts'

/** The first line of the comment of a merge: it shows nothing, and lets us find the comment again. Holds ids only. */
export function commentMarker(merge: Merge): string {
  return `<!-- resume-on-merge merge:${keyOf(merge)} -->`
}

/** The same for a short comment beside it. @param key of the alert */
export function alertMarker(merge: Merge, key: string): string {
  return `<!-- resume-on-merge alert:${keyOf(merge)} ${key.replaceAll(/[^\w-]|-(?=-)/g, '')} -->`
}

function keyOf({ repository, number, commit }: Merge): string {
  return `${repository.id}#${number}@${commit}`.replaceAll(/[^\w#@]/g, '')
}
