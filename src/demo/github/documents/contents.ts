import { createHash } from 'node:crypto'
import type { FoundEntry } from '../world/find-entry.ts'
import { fullName, type Repository } from '../world/repository.ts'

/** What stands at a path of a branch, as GitHub describes it: a directory by a list of what is in it. */
export function entryDocument(origin: string, repository: Repository, ref: string, entry: FoundEntry) {
  if (entry.kind !== 'directory') {
    return { ...summary(origin, repository, ref, entry), type: entry.kind, ...content(entry) }
  }
  return entry.entries.map((child) => ({
    ...summary(origin, repository, ref, child),
    // GitHub tells of a submodule in a directory as of a file.
    type: child.kind === 'directory' ? 'dir' : child.kind === 'submodule' ? 'file' : child.kind,
  }))
}

function summary(origin: string, repository: Repository, ref: string, entry: FoundEntry) {
  const { path } = entry
  const name = fullName(repository)
  const api = `${origin}/api/v3/repos/${name}`
  const sha = idOf(entry)
  const url = `${api}/contents/${encodeURI(path)}?ref=${encodeURIComponent(ref)}`
  const gitUrl = `${api}/git/${entry.kind === 'directory' ? 'trees' : 'blobs'}/${sha}`
  const htmlUrl = `${origin}/${name}/${entry.kind === 'directory' ? 'tree' : 'blob'}/${encodeURI(`${ref}/${path}`)}`
  return {
    name: path.split('/').at(-1),
    path,
    sha,
    size: entry.kind === 'file' ? Buffer.byteLength(entry.text) : 0,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: entry.kind === 'file' ? `${origin}/${name}/raw/${encodeURI(`${ref}/${path}`)}` : null,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  }
}

function content(entry: FoundEntry) {
  if (entry.kind === 'file')
    return { content: Buffer.from(entry.text).toString('base64'), encoding: 'base64' }
  return entry.kind === 'symlink' ? { target: entry.target } : {}
}

/** The id that git gives a file or a link; a submodule has that of its commit. */
function idOf(entry: FoundEntry): string {
  switch (entry.kind) {
    case 'file':
      return gitHash('blob', entry.text)
    case 'symlink':
      return gitHash('blob', entry.target)
    case 'submodule':
      return entry.commit
    case 'directory':
      // A tree's own id would need its bytes; this one changes when they would.
      return gitHash('tree', entry.entries.map((child) => `${child.path} ${idOf(child)}`).join('\n'))
  }
}

function gitHash(kind: string, text: string): string {
  return createHash('sha1')
    .update(`${kind} ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')
}

/** By which the same answer is known again. */
export function etagOf(answer: string): string {
  return `W/"${createHash('sha256').update(answer).digest('hex')}"`
}
