import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { note } from './output.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'

/** The text of a file, or of standard input for `-`. @throws UnreadableFileError */
export async function readInput(file: string): Promise<string> {
  if (file === '-') {
    if (process.stdin.isTTY) note('Reading what you type or paste; Ctrl-D ends it.')
    return await text(process.stdin)
  }
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UnreadableFileError(file, error)
  }
}

/** How a message names an input. */
export function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file
}
