import type { MatchableEvent } from './event.ts'
import { matchesGlob } from './glob.ts'
import type { ResourceSpecification, Trigger } from './trigger.ts'

/** `mismatch` is half a sentence for people, with values from the event in it: untrusted. */
export type MatchResult = { match: true } | { match: false; mismatch: string }

type Labels = MatchableEvent['resource']

/** Whether an event fits a trigger, as Prefect decides it, and if not, what missed first. */
export function matchEvent(trigger: Trigger, { event, resource, related = [] }: MatchableEvent): MatchResult {
  const mismatch =
    missedName(trigger.expect, event) ??
    missedLabel(trigger.match, resource) ??
    [trigger.match_related]
      .flat()
      .map((wanted) => missedRelated(wanted, related))
      .find((missed) => missed !== null) ??
    null
  return mismatch === null ? { match: true } : { match: false, mismatch }
}

function missedName(expect: readonly string[], event: string): string | null {
  if (isExpected(expect, event)) return null
  return `the event is ${quote(event)}, and the trigger expects ${expect.map(quote).join(' or ')}`
}

/**
 * Prefect asks three times, each time for any of the names, and all three must agree: as a glob, as a prefix in which
 * only `*` is special (one character or more), and as a glob that `!` negates. So of all signs only `*` works.
 */
function isExpected(expect: readonly string[], event: string): boolean {
  if (expect.length === 0) return true
  return (
    expect.some((name) => matchesGlob(event, name)) &&
    expect.some((name) => matchesGlob(event, asPrefix(name))) &&
    expect.some((name) => fits(event, name))
  )
}

function asPrefix(name: string): string {
  return `${name.replaceAll(/[[?]/g, '[$&]').replaceAll('*', '?*')}*`
}

function missedLabel(wanted: ResourceSpecification, labels: Labels): string | null {
  for (const [label, patterns] of Object.entries(wanted)) {
    const value = Object.hasOwn(labels, label) ? labels[label] : undefined
    if (value !== undefined && [patterns].flat().some((pattern) => fits(value, pattern))) continue
    const is = value === undefined ? `the event has no ${label}` : `${label} is ${quote(value)}`
    return `${is}, and the trigger wants ${describe(patterns)}`
  }
  return null
}

function missedRelated(wanted: ResourceSpecification, related: readonly Labels[]): string | null {
  const labels = Object.entries(wanted)
  if (labels.length === 0 || related.some((resource) => missedLabel(wanted, resource) === null)) return null
  const description = labels.map(([label, patterns]) => `${label} ${describe(patterns)}`).join(' and ')
  return `none of the event's ${related.length} related resources has what the trigger wants: ${description}`
}

function fits(value: string, pattern: string): boolean {
  return pattern.startsWith('!') ? !matchesGlob(value, pattern.slice(1)) : matchesGlob(value, pattern)
}

function describe(patterns: string | readonly string[]): string {
  const all = [patterns].flat()
  return all.length === 0 ? 'a value from an empty list, which none is' : all.map(quote).join(' or ')
}

/** Values come from templates and pull requests: they may be long. */
function quote(value: string): string {
  const characters = [...value]
  return JSON.stringify(characters.length > 100 ? `${characters.slice(0, 100).join('')}…` : value)
}
