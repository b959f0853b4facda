/** The block whose lines are being collected. */
export type Leaf =
  | { readonly kind: 'paragraph'; readonly lines: string[] }
  | { readonly kind: 'table'; readonly columns: number; readonly rows: string[] }
  | { readonly kind: 'indented'; readonly lines: string[] }
  | { readonly kind: 'fence'; readonly fence: Fence; readonly lines: string[] }
  | {
      readonly kind: 'html' /** null: a blank line. */
      readonly end: RegExp | null
      readonly lines: string[]
    }

type Fence = {
  readonly mark: string /** GitHub shows a drawing in place of the code. */
  readonly drawn: boolean
}

const fence = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/
const drawn = /^\s*(?:mermaid|geojson|topojson|stl)\b/i

/** Reads the line that opens fenced code. What else stands on it tells the language, and is not shown. */
export function readFence(line: string): Fence | undefined {
  const [, backticks, about = '', tildes, aboutTildes = ''] = fence.exec(line) ?? []
  const mark = backticks ?? tildes
  return mark === undefined ? undefined : { mark, drawn: drawn.test(about + aboutTildes) }
}

/** Whether the line, which begins at its first word, closes the fenced code. */
export function closesFence({ mark }: Fence, line: string): boolean {
  const closing = /^(?:`{3,}|~{3,})/.exec(line)?.[0] ?? ''
  return (
    closing.charAt(0) === mark.charAt(0) &&
    closing.length >= mark.length &&
    /^[ \t]*$/.test(line.slice(closing.length))
  )
}

const atxHeading = /^#{1,6}(?:[ \t]|$)/
const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const setextUnderline = /^(?:=+|-+)[ \t]*$/

export const isHeading = (line: string) => atxHeading.test(line)
export const isThematicBreak = (line: string) => thematicBreak.test(line)
export const isSetextUnderline = (line: string) => setextUnderline.test(line)
