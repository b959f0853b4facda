import type { Command } from 'commander'
import { findFlowRuns } from '../prefect/index.ts'
import { readInput } from './read-input.ts'
import { readToolSettings } from './tool-settings.ts'

export function addFind(program: Command): void {
  program
    .command('find')
    .description(
      'print the flow runs that a text (a pull request’s description) names, one JSON object a line',
    )
    .argument('[file]', 'the text; - for standard input', '-')
    .action(async (file: string) => {
      const { uiUrls } = readToolSettings()
      for (const found of findFlowRuns(await readInput(file), uiUrls)) {
        process.stdout.write(`${JSON.stringify(found)}\n`)
      }
    })
}
