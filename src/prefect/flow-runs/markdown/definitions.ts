import { readDestination, readTitle, skipSpace } from './link-target.ts'

/** Link reference definitions: where each label leads. */
export type Definitions = Map<string, string>

const longestLabel = 999

/** A label as it is compared: without regard to case and to the kind and amount of white space. */
export function normalizedLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
}

/** Reads `[label]` at an offset, to the character after it. */
export function readLabel(text: string, at: number): { label: string; end: number } | undefined {
  if (text.charAt(at) !== '[') return undefined
  const last = Math.min(text.length, at + longestLabel + 2)
  for (let offset = at + 1; offset < last; offset++) {
    const character = text.charAt(offset)
    if (character === '\\') offset++
    else if (character === '[') return undefined
    else if (character === ']') return { label: text.slice(at + 1, offset), end: offset + 1 }
  }
  return undefined
}

/** Takes the definitions at a paragraph's beginning (the first of a label counts), and returns what is left of it. */
export function readDefinitions(text: string, definitions: Definitions): string {
  let end = 0
  for (;;) {
    const definition = readDefinition(text, end)
    if (!definition) return text.slice(end)
    const label = normalizedLabel(definition.label)
    if (!definitions.has(label)) definitions.set(label, definition.destination)
    end = definition.end
  }
}

function readDefinition(
  text: string,
  at: number,
): { label: string; destination: string; end: number } | undefined {
  const { label, end } = readLabel(text, at) ?? { label: '', end: at }
  if (label.trim() === '' || text.charAt(end) !== ':') return undefined
  const destination = readDestination(text, skipSpace(text, end + 1))
  if (!destination || (destination.value === '' && text.charAt(destination.end - 1) !== '>')) return undefined
  const titleStart = skipSpace(text, destination.end)
  const titleEnd = titleStart > destination.end ? readTitle(text, titleStart) : undefined
  const lineEnd = endOfLine(text, titleEnd ?? destination.end) ?? endOfLine(text, destination.end)
  return lineEnd === undefined ? undefined : { label, destination: destination.value, end: lineEnd }
}

/** The start of the next line where nothing else stands on this one. */
function endOfLine(text: string, at: number): number | undefined {
  let end = at
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++
  return end === text.length ? end : text.charAt(end) === '\n' ? end + 1 : undefined
}
