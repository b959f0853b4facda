import type { Command } from 'commander'
import { findFlowRuns } from '../prefect/index.ts'
import { print } from './output.ts'
import { readInput } from './read-input.ts'
import { readToolSettings } from './tool-settings.ts'

const more = `
Only pages of the UI at PREFECT_UI_URL count (or of the one that belongs to
PREFECT_API_URL); without either, those of Prefect Cloud and of a server on
this machine, port 4200.

Example:
  $ resume-on-merge find description.md
  $ gh pr view 42 --json body --jq .body | resume-on-merge find`

export function addFind(program: Command): void {
  program
    .command('find')
    .summary('print the flow runs that a text names')
    .description(
      'Prints the flow runs that a text (the description of a pull request) names,\n' +
        'one JSON object a line: id, url, account, workspace.',
    )
    .argument('[file]', 'the text; - for standard input', '-')
    .addHelpText('after', more)
    .action(async (file: string) => {
      const { uiUrls } = readToolSettings()
      for (const found of findFlowRuns(await readInput(file), uiUrls)) print(JSON.stringify(found))
    })
}
