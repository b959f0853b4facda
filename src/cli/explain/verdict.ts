import type { Dossier, MergeRecord } from '../../inbox/index.ts'
import { runsVerdict } from './runs-verdict.ts'
import { skippedWords } from './standing-words.ts'
import { unmergedVerdict } from './unmerged-verdict.ts'
import { shown } from './untrusted.ts'
import { unusedWords } from './unused-words.ts'
import type { Verdict } from './words.ts'

const seeServer = 'See that the server runs; its log says what keeps it.'

const namesNoRun: Verdict = {
  says: 'nothing was resumed, since the description named no flow run that counts.',
  next: "Paste the address of the run's page into the description before merging. Now, press Retry on that page.",
}

/**
 * The short answer to what became of a merge, or of what is none.
 *
 * @param flowRunId the run that somebody asks about; null for all
 */
export function verdictOn({ deliveries, merge }: Dossier, flowRunId: string | null): Verdict {
  if (merge === null) return unmergedVerdict(deliveries)
  const { says, next } = mergeVerdict(merge, flowRunId)
  return { says: `${shown(merge.repository.fullName)}#${merge.number}: ${says}`, next }
}

function mergeVerdict(merge: MergeRecord, flowRunId: string | null): Verdict {
  const { standing, runs, handedOverAt } = merge
  if (handedOverAt === null) return { says: 'the merge was received, but not taken up yet.', next: seeServer }
  const asked = runs.filter(({ id }) => id === flowRunId)
  const unused = notUsed('the flow run was not resumed', asked.length > 0 ? [] : unusedOf(merge, flowRunId))
  if (unused !== null) return unused
  if (runs.length === 0) return notUsed('nothing was resumed', merge.unused) ?? namesNoRun
  switch (standing?.kind) {
    case undefined:
      return { says: 'the merge was taken up, but no flow run was looked at yet.', next: seeServer }
    case 'skipped': {
      const { says, next } = skippedWords(standing)
      return { says: `nothing was resumed, since ${says}.`, next }
    }
    case 'settings-wrong':
      return {
        says: 'nothing was resumed, since the settings file of the repository is wrong.',
        next: `Correct ${shown(standing.file.url, 500)} (below is where). Then press Retry on the pages of the runs.`,
      }
    case 'acts':
      return runsVerdict(asked.length > 0 ? asked : runs, merge.finishedAt !== null)
  }
}

/** The addresses that have the id of a run. */
function unusedOf({ unused }: MergeRecord, flowRunId: string | null): MergeRecord['unused'] {
  return flowRunId === null ? [] : unused.filter(({ url }) => url.toLowerCase().includes(flowRunId))
}

/** What is said where addresses look like runs and do not count; null where there are none. */
function notUsed(what: string, [first, ...more]: MergeRecord['unused']): Verdict | null {
  if (first === undefined) return null
  const { says, next } = unusedWords(first.because)
  const others = more.length === 0 ? '' : ` (and ${more.length} more, below)`
  return { says: `${what}, since ${shown(first.url, 500)} ${says}${others}.`, next }
}
