import { defineConfig } from 'rolldown'

/** Stays outside: it reads files of its own, loads parts at run time, or is the same one for whoever uses the package. */
const outside = [
  'probot',
  '@octokit/auth-app',
  '@octokit/core',
  '@octokit/webhooks',
  'pino',
  'pino-pretty',
  'openworkflow',
  'pg',
  'postgres',
]

/**
 * A program of a thousand small modules is slow to start, so they are bundled, with the small libraries that they use.
 * Declarations are the compiler's.
 */
export default defineConfig({
  platform: 'node',
  input: {
    'cli/bin': 'src/cli/bin.ts',
    index: 'src/index.ts',
    'webhook/index': 'src/webhook/index.ts',
    'prefect/flow-runs/index': 'src/prefect/flow-runs/index.ts',
  },
  external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
  output: { dir: 'dist', format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
})
