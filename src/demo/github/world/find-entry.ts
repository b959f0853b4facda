import { posix } from 'node:path'
import type { Files } from './repository.ts'

/** What a path leads to. */
export type FoundEntry = { path: string } & (
  | { kind: 'file'; text: string }
  | { kind: 'symlink'; target: string }
  | { kind: 'submodule'; commit: string }
  | { kind: 'directory'; entries: FoundEntry[] }
)

/** What stands at a path of a branch; GitHub follows a link to a file. Null when there is nothing. */
export function findEntry(files: Files, path: string): FoundEntry | null {
  const entry = files.get(path)
  if (entry === undefined) return findDirectory(files, path)
  if (typeof entry === 'string') return { kind: 'file', path, text: entry }
  if ('submodule' in entry) return { kind: 'submodule', path, commit: entry.submodule }
  const target = files.get(posix.join(posix.dirname(path), entry.symlink))
  if (typeof target === 'string') return { kind: 'file', path, text: target }
  return { kind: 'symlink', path, target: entry.symlink }
}

/** A directory is there as long as something is in it. */
function findDirectory(files: Files, path: string): FoundEntry | null {
  const below = [...files.keys()].filter((key) => key.startsWith(`${path}/`))
  const children = new Set(below.map((key) => key.slice(0, `${key}/`.indexOf('/', path.length + 1))))
  const entries = [...children].map((child) => findEntry(files, child)).filter((found) => found !== null)
  return entries.length === 0 ? null : { kind: 'directory', path, entries }
}
