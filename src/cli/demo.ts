import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { DemoFailedError } from './demo-failed-error.ts'

const template = new URL('../../templates/github.json.jinja', import.meta.url)

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('show one merge, from the delivery to the comment, without any account')
    .option('--once', 'tell the story here, print the comment, and end')
    .action(async () => {
      // Only here: the server need not know the stand-ins.
      const { runOnce } = await import('../demo/index.ts')
      const { comment, state, completed } = await runOnce({
        template: await readFile(template, 'utf8'),
        say: (line) => process.stderr.write(`${line}\n`),
      })
      process.stdout.write(comment)
      if (!completed) throw new DemoFailedError(state)
    })
}
