import { readFile } from 'node:fs/promises'
import type { Reply } from './http/reply.ts'

/** From the sources as from what is built of them. */
const folder = new URL('../../../src/demo/page/assets/', import.meta.url)

const types: Record<string, string> = {
  'style.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

/** The static files of the site, by their paths. */
export async function readAssets(): Promise<ReadonlyMap<string, Reply>> {
  const replies = Object.entries(types).map(async ([name, type]): Promise<[string, Reply]> => {
    const body = await readFile(new URL(name, folder), 'utf8')
    return [`/${name}`, { status: 200, headers: { 'Content-Type': type }, body }]
  })
  return new Map(await Promise.all(replies))
}
