import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'
import type { Reply } from './http/reply.ts'

/** Where they lie in the package; they are sent as they are. */
const folder = 'src/demo/page/assets'

const types: Record<string, string> = {
  'style.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

/** The static files of the site, by their paths. */
export async function readAssets(): Promise<ReadonlyMap<string, Reply>> {
  const replies = Object.entries(types).map(async ([name, type]): Promise<[string, Reply]> => {
    const body = await readFile(join(packageRoot(), folder, name), 'utf8')
    return [`/${name}`, { status: 200, headers: { 'Content-Type': type }, body }]
  })
  return new Map(await Promise.all(replies))
}
