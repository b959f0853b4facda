import { LineCounter } from 'yaml'
import type { SettingsFile, SettingsProblem, SettingsReading } from '../../resume/index.ts'
import { checkSettings } from './check-settings.ts'
import { type Finding, shorten } from './finding.ts'
import { readYaml } from './read-yaml.ts'

/** So many problems of one file are told. */
const mostProblems = 10

/** What a text says about the merges of a repository. Never throws, whatever the text. */
export function parseRepositorySettings(
  text: string,
  file: SettingsFile,
): Extract<SettingsReading, { kind: 'valid' | 'unparsable' | 'invalid' }> {
  const visible = text.replace(/^\uFEFF/, '')
  const lines = linesOf(visible)
  const reading = readYaml(visible)
  const { findings } = reading
  if (reading.kind === 'no-yaml') return { kind: 'unparsable', file, problems: describe(findings, lines) }

  const checked = checkSettings(reading.document)
  if ('settings' in checked && findings.length === 0)
    return { kind: 'valid', settings: checked.settings, file }
  const more = 'findings' in checked ? checked.findings : []
  return { kind: 'invalid', file, problems: describe([...findings, ...more], lines) }
}

/** The first problems, in the order of the file, one for each place: the others mostly follow from it. */
function describe(findings: readonly Finding[], lines: LineCounter): SettingsProblem[] {
  const byPlace = new Map<number, Finding>()
  for (const finding of findings) byPlace.set(finding.at, byPlace.get(finding.at) ?? finding)
  return [...byPlace.values()]
    .toSorted((left, right) => left.at - right.at)
    .slice(0, mostProblems)
    .map(({ at, path, problem, allowed }) => {
      const { line, col } = lines.linePos(at)
      return { line, column: col, key: keyOf(path), problem, allowed }
    })
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1)
  return lines
}

/** `labels.skip[0]` */
function keyOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return shorten(parts.join('').replace(/^\./, ''), 60)
}
