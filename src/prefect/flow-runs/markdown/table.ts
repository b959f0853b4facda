const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** The number of columns of the table that this line makes of the line before, or undefined where it makes none. */
export function tableColumns(header: string, line: string): number | undefined {
  if (!/[|:]/.test(line) || !delimiterRow.test(line)) return undefined
  const columns = cells(header).length
  return columns === cells(line).length ? columns : undefined
}

/** The cells of a row that GitHub shows: more than the header has are dropped. */
export function shownCells(row: string, columns: number): string[] {
  return cells(row).slice(0, columns)
}

/** A row's cells. Bars part them even in code, unless escaped; inside a cell an escaped bar is a bar. */
function cells(row: string): string[] {
  const parts: string[] = []
  let cell = ''
  for (const [piece] of row
    .trim()
    .replace(/^\|/, '')
    .matchAll(/\\\||\||[^\\|]+|\\/g)) {
    if (piece === '|') {
      parts.push(cell)
      cell = ''
    } else cell += piece === '\\|' ? '|' : piece
  }
  return cell.trim() === '' && parts.length > 0 ? parts : [...parts, cell]
}
