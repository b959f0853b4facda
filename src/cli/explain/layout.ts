/** A label, and what stands beside it; further lines stand below the first. */
export type Row = readonly [label: string, text: string | readonly string[]]

/** Lines, so much further to the right. */
export function indented(lines: readonly string[], by = 2): string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(by)}${line}`))
}

/** Labels in one column, texts in another; a row without text is left out. */
export function rows(all: readonly Row[]): string[] {
  const width = Math.max(...all.map(([label]) => label.length)) + 2
  return all.flatMap(([label, text]) =>
    [text].flat().map((line, index) => `${(index === 0 ? label : '').padEnd(width)}${line}`),
  )
}

/** A title over its lines; nothing where there are none. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...indented(lines)]
}
