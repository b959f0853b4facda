import { Composer, Parser, type YAMLError } from 'yaml'
import { findDeepNesting } from './find-deep-nesting.ts'
import { type Finding, shorten } from './finding.ts'
import { type Located, locate } from './locate.ts'

/** The longest text that is looked at, in bytes of UTF-8. */
export const longestText = 65_536

/** What a text says as YAML. The value is worth nothing where something was found. */
export type YamlReading =
  | { kind: 'document'; document: Located; findings: readonly Finding[] }
  | { kind: 'no-yaml'; findings: readonly Finding[] }

/**
 * YAML 1.2, whatever version the text names. Keys are compared with each other in `locate`, where that takes no time.
 */
const options = { schema: 'core', resolveKnownTags: false, uniqueKeys: false, prettyErrors: false } as const

/** Of the many things that may be wrong with YAML, what to do about those that people run into. */
const remedies: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'quotes around a text that begins with *',
  BAD_INDENT: 'the settings of one level below each other',
  BAD_SCALAR_START: 'quotes around a text that begins with this character',
  BLOCK_AS_IMPLICIT_KEY: 'one setting a line, and quotes around a text with a colon',
  TAB_AS_INDENT: 'spaces at the beginning of a line',
  TAG_RESOLVE_FAILED: 'quotes around a text that begins with !',
}

/** Reads one YAML document. Takes time in proportion to the text, and never throws. */
export function readYaml(text: string): YamlReading {
  const whole = checkWhole(text)
  if (whole !== null) return { kind: 'document', document: locate(null, []), findings: [whole] }

  const [first, second] = new Composer(options).compose(new Parser().parse(text), true, text.length)
  // A warning tells of a tag or a version that nobody knows: what such a text means is not sure.
  const errors = [...(first?.errors ?? []), ...(first?.warnings ?? [])]
  if (first === undefined || errors.length > 0)
    return { kind: 'no-yaml', findings: errors.map(describeError) }

  const findings: Finding[] = []
  if (second !== undefined) {
    const problem = 'holds a second document'
    findings.push({ at: second.range[0], path: [], problem, allowed: 'one document, without --- after it' })
  }
  return { kind: 'document', document: locate(first.contents, findings), findings }
}

/** What keeps a text from being looked at. */
function checkWhole(text: string): Finding | null {
  if (Buffer.byteLength(text) > longestText) {
    return { at: 0, path: [], problem: 'is too large', allowed: 'at most 64 KB' }
  }
  const tooDeep = findDeepNesting(text)
  if (tooDeep === null) return null
  return { at: tooDeep, path: [], problem: 'is nested too deeply', allowed: 'settings, and lists of texts' }
}

function describeError({ pos: [at], code, message }: YAMLError): Finding {
  return {
    at,
    path: [],
    problem: `is no YAML: ${shorten(message, 120)}`,
    allowed: remedies[code] ?? 'YAML 1.2',
  }
}
