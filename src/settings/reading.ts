import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ParsedVariables } from './parse-variables.ts'
import type { Problem } from './problem.ts'
import type { Variables } from './variables.ts'

/** What each part of the settings is read from, and where it notes what it finds. */
export interface Reading extends ParsedVariables {
  /** Relative paths start here. */
  workingFolder: string
  warnings: Problem[]
}

/** The text of a file that a variable names; null, and a problem noted, where it cannot be read. */
export function readNamedFile(reading: Reading, variable: keyof Variables, path: string): string | null {
  try {
    return readFileSync(resolve(reading.workingFolder, path), 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    const problem = `names a file that cannot be read${code}`
    reading.problems.push({ variable, problem, expected: 'the path of a file, from the working folder' })
    return null
  }
}
