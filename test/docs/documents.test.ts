import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readDocument } from './read-document.ts'

const root = new URL('../../', import.meta.url)
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile(new URL('package.json', root), 'utf8')))

/** What npm does without a script of ours. */
const npmItself = new Set(['ci'])

const files = ['README.md', 'CONTRIBUTING.md', 'examples/README.md']
for await (const file of glob('docs/*.md', { cwd: root })) files.push(file)

describe.each(files)('%s', (name) => {
  const file = new URL(name, root)

  test('leads to files and headings that there are', async () => {
    const { targets } = await readDocument(file)
    for (const target of targets.filter((address) => !/^https?:/.test(address))) {
      const { href, hash } = new URL(target, file)
      const place = new URL(href.replace(/#.*$/, ''))
      expect(existsSync(place), target).toBe(true)
      if (hash !== '') expect((await readDocument(place)).anchors, target).toContain(hash.slice(1))
    }
  })

  test('names npm scripts that there are', async () => {
    const { code } = await readDocument(file)
    const named = code.flatMap((text) =>
      [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(([, script = '']) => script),
    )
    expect(named.filter((script) => !(script in scripts || npmItself.has(script)))).toEqual([])
  })
})
