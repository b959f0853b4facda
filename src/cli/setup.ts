import type { Command } from 'commander'

const more = `
It prints an address that is good once, for one browser. What .env holds of another
App is only replaced when that is ticked on the page.

Example:
  $ npx resume-on-merge setup --url https://resume.example.com`

export function addSetup(program: Command): void {
  program
    .command('setup')
    .summary('register a GitHub App in the browser')
    .description('Registers a GitHub App in the browser, and writes its credentials into .env.')
    .option('--url <address>', 'where GitHub reaches this server, such as https://resume.example.com')
    .addHelpText('after', more)
    .action(async ({ url }: { url?: string }) => {
      // Only here: no other command needs the pages.
      const { setUp } = await import('./set-up.ts')
      await setUp({ startsAfterwards: false, url })
    })
}
