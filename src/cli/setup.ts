import type { Command } from 'commander'

export function addSetup(program: Command): void {
  program
    .command('setup')
    .description('register a GitHub App in the browser, and write its credentials into .env')
    .option('--url <address>', 'where GitHub reaches this server, such as https://resume.example.com')
    .action(async ({ url }: { url?: string }) => {
      // Only here: no other command needs the pages.
      const { setUp } = await import('./set-up.ts')
      await setUp({ startsAfterwards: false, url })
    })
}
