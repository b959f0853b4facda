import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { UnreadableFileError } from './unreadable-file-error.ts'

/** The text of a file, or of standard input for `-`. @throws UnreadableFileError */
export async function readInput(file: string): Promise<string> {
  if (file === '-') return await text(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UnreadableFileError(file, error)
  }
}
