import { Command, CommanderError } from 'commander'
import { readPackage } from '../package-root.ts'
import { addDemo } from './demo.ts'
import { isExpected } from './expected-errors.ts'
import { addExplain } from './explain.ts'
import { addFind } from './find.ts'
import { note } from './output.ts'
import { addRender } from './render.ts'
import { addResume } from './resume.ts'
import { addSetup } from './setup.ts'
import { addStart } from './start.ts'
import { UsageError } from './usage-error.ts'

const example = `
Each command explains itself: resume-on-merge find --help

Example:
  $ npx resume-on-merge demo --once`

/**
 * Runs the command line; gives the exit code: 0 done, 1 failed, 2 wrong usage.
 *
 * Results go to stdout, everything else to stderr.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('resume-on-merge')
    .description('Resumes failed Prefect flow runs when the pull request that fixes\nthem is merged.')
    .version(readPackage().version)
    .addHelpText('after', example)
    .showHelpAfterError('See --help.')
    .configureHelp({ showGlobalOptions: false })
    .exitOverride()
  program.commandsGroup('Run it:')
  for (const add of [addStart, addSetup]) add(program)
  program.commandsGroup('While it runs:')
  for (const add of [addExplain, addResume]) add(program)
  program.commandsGroup('Try it out:')
  for (const add of [addDemo, addFind, addRender]) add(program)
  program.helpCommand('help [command]', 'explain a command')

  try {
    await program.parseAsync(argv)
    return 0
  } catch (error) {
    // Commander has said what is wrong with the usage, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const isUsage = error instanceof UsageError
    note(isUsage ? `error: ${error.message}\nSee --help.` : describe(error))
    return isUsage ? 2 : 1
  }
}

/** A stack is only shown for what nobody expected. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return isExpected(error) ? error.message : (error.stack ?? error.message)
}
