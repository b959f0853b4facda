import type { ArchiveQuery, CommentRecord, Dossier, MergeRecord } from '../../inbox/index.ts'
import { commentUrl, type Silence, whySilent } from './comment-story.ts'
import { verdictOn } from './verdict.ts'
import type { Verdict } from './words.ts'

/** What `--json` prints. */
export interface Answer {
  /** As it was written on the command line. */
  asked: string
  /** The store that was read: its file, or host and database. */
  store: string
  /** Newest first. */
  found: readonly Explanation[]
}

/** A dossier, with what it means. */
export interface Explanation {
  verdict: Verdict
  deliveries: Dossier['deliveries']
  merge: ExplainedMerge | null
}

export interface ExplainedMerge extends MergeRecord {
  comment: CommentRecord & {
    /** Its page; null while there is none. */
    url: string | null
    /** Why there is none, and none is to come; null otherwise. */
    silentBecause: Silence | null
  }
}

/** What a dossier means to somebody who asked for it. */
export function explain({ deliveries, merge }: Dossier, query: ArchiveQuery): Explanation {
  return {
    verdict: verdictOn({ deliveries, merge }, query.kind === 'id' ? query.id.toLowerCase() : null),
    deliveries,
    merge: merge && {
      ...merge,
      comment: { ...merge.comment, url: commentUrl(merge), silentBecause: whySilent(merge) },
    },
  }
}
