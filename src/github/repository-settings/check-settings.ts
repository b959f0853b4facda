import type { z } from 'zod'
import type { RepositorySettings } from '../../resume/index.ts'
import { closestName } from './closest-name.ts'
import { type Finding, shorten } from './finding.ts'
import type { Located } from './locate.ts'
import { namesAt, settingsSchema } from './settings-schema.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** What a document says as settings: these, or what is wrong with it. An empty one says nothing. */
export function checkSettings(document: Located): { settings: RepositorySettings } | { findings: Finding[] } {
  const { data, error } = settingsSchema.safeParse(document.value ?? {})
  if (data !== undefined) return { settings: data }
  return { findings: error.issues.flatMap((issue) => describeIssue(issue, [], document)) }
}

/** @param above the path of what the issue's own path begins at */
function describeIssue(issue: Issue, above: Path, document: Located): Finding[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => describeUnknown([...path, key], namesAt(path), document))
  }
  const nearer = issue.code === 'invalid_union' ? issuesWithin(issue.errors) : []
  if (nearer.length > 0) return nearer.flatMap((inner) => describeIssue(inner, path, document))
  const { value, at } = find(document, path).held
  return [{ at, path, problem: describeValue(value), allowed: issue.message }]
}

/** Of what a value could have been, that which it is but for something inside it. */
function issuesWithin(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  return alternatives.find((issues) => issues.every(({ path }) => path.length > 0)) ?? []
}

function describeUnknown(path: Path, names: string[], document: Located): Finding {
  const closest = closestName(String(path.at(-1)), names)
  const problem = closest === null ? 'is no setting' : `is no setting; did you mean ${closest}?`
  return { at: find(document, path).keyAt, path, problem, allowed: names.join(', ') }
}

/** What stands at a path; above it, where there is nothing. */
function find(document: Located, path: Path): { keyAt: number; held: Located } {
  let found = { keyAt: document.at, held: document }
  for (const key of path) found = found.held.inside.get(key) ?? found
  return found
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'has no value'
  if (value === '') return 'is an empty text'
  if (typeof value === 'string') return `is ${JSON.stringify(shorten(value, 40))}`
  if (typeof value === 'number' || typeof value === 'boolean') return `is ${value}`
  if (!Array.isArray(value)) return 'is a mapping'
  return value.length === 0 ? 'is an empty list' : `is a list of ${value.length}`
}
