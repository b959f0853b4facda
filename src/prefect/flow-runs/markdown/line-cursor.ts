/**
 * How far a line of Markdown has been read. Columns count from the line's start, a tab reaching to the next
 * multiple of four, and may lie inside a tab. The next word is known at all times, so that reading through many
 * containers does not look at the same spaces again and again.
 */
export type LineCursor = {
  readonly line: string
  /** Column up to which the line has been read. */
  column: number
  /** Where the next character that is no space stands: its offset, and its column. */
  word: number
  wordColumn: number
}

export function startOfLine(line: string): LineCursor {
  const cursor = { line, column: 0, word: 0, wordColumn: 0 }
  findWord(cursor)
  return cursor
}

/** White space ahead, in columns. */
export function indent(cursor: LineCursor): number {
  return cursor.wordColumn - cursor.column
}

export function isBlank(cursor: LineCursor): boolean {
  return cursor.word >= cursor.line.length
}

/** What is left of the line, without the white space before it. */
export function rest(cursor: LineCursor): string {
  return cursor.line.slice(cursor.word)
}

/** Reads so many columns of the white space ahead. */
export function skipColumns(cursor: LineCursor, columns: number): void {
  cursor.column += columns
}

/** Reads the white space ahead, and so many characters of the word that follows. */
export function skipMarker(cursor: LineCursor, length: number): void {
  cursor.word += length
  cursor.wordColumn += length
  cursor.column = cursor.wordColumn
  findWord(cursor)
}

function findWord(cursor: LineCursor): void {
  for (; cursor.word < cursor.line.length; cursor.word++) {
    const character = cursor.line.charAt(cursor.word)
    if (character === ' ') cursor.wordColumn++
    else if (character === '\t') cursor.wordColumn += 4 - (cursor.wordColumn % 4)
    else return
  }
}
