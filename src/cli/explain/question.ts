import type { ArchiveQuery } from '../../inbox/index.ts'
import { UsageError } from '../usage-error.ts'

const pullRequest = /^(?<repository>[\w.-]+\/[\w.-]+)#(?<number>[1-9]\d{0,8})$/
const id = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What somebody asks about, as it was written on the command line. @throws UsageError */
export function readQuestion(asked: string): ArchiveQuery {
  const { repository, number } = pullRequest.exec(asked)?.groups ?? {}
  if (repository !== undefined) return { kind: 'pull-request', repository, number: Number(number) }
  if (id.test(asked)) return { kind: 'id', id: asked }
  throw new UsageError(
    `${JSON.stringify(asked)} is none of owner/repo#42, the GUID of a delivery, and the id of a flow run.`,
  )
}
