#!/usr/bin/env node
// Runs on any Node, also on those that cannot run the program: nothing else may be imported before the check.
const oldest = 24

if (Number(process.versions.node.split('.')[0]) < oldest) {
  process.stderr.write(
    `resume-on-merge needs Node ${oldest} or newer, and this is Node ${process.versions.node}. ` +
      'In a checkout, npm start and npx bring the right one.\n',
  )
  process.exitCode = 1
} else {
  const { enableCompileCache } = await import('node:module')
  // It makes each start quicker, but lies in the folder for temporary files, where the demo leaves nothing behind.
  if (process.argv[2] !== 'demo') enableCompileCache()
  const { endWithReader, flush } = await import('./output.ts')
  endWithReader()
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv)
  if (process.exitCode !== 0) {
    // What a failed start left open, such as connections to a database, must not keep it running.
    await flush()
    process.exit()
  }
}
