import type { ArchiveQuery } from '../../inbox/index.ts'

/** Nothing is stored of what somebody asked about. */
export class NothingFoundError extends Error {
  override readonly name = 'NothingFoundError'
  readonly query: ArchiveQuery
  /** The store that was looked at. */
  readonly place: string

  constructor(query: ArchiveQuery, place: string) {
    super(
      [
        whatIsMissing(query),
        'Check:',
        '  - on GitHub, the Recent deliveries on the Advanced page of the App: was it delivered, and answered 200?',
        '    What was not can be redelivered there for three days.',
        '  - that the App is installed on the repository, and that its webhook leads to this server.',
        ...whereItIs(query),
        '  - that it is not longer ago than the server remembers finished work (KEEP_FOR).',
        `  - that the server keeps its store where this looked: ${place} (DATABASE_URL or DATA_DIR).`,
      ].join('\n'),
    )
    this.query = query
    this.place = place
  }
}

function whatIsMissing(query: ArchiveQuery): string {
  return query.kind === 'pull-request'
    ? `No delivery about ${query.repository}#${query.number} was received.`
    : `No delivery has the GUID ${query.id}, and no merged pull request that was received names a flow run with that id.`
}

function whereItIs(query: ArchiveQuery): string[] {
  return query.kind === 'pull-request'
    ? []
    : [
        '  - for a flow run: that its address was among the first 20 in the description when the pull request was merged.',
      ]
}
