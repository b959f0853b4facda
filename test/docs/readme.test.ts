import { readdir, readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { test } from '../cli/command.ts'
import { readDocument } from './read-document.ts'

const root = new URL('../../', import.meta.url)
const { code, tables } = await readDocument(new URL('README.md', root))

/** Defaults that are no value. */
const inWords = new Set(['none', 'all', 'by place', "from the API's", "the owner's", "the package's"])

/** The rows, without the head, of all tables whose first column has that name. */
function rowsUnder(name: string): string[][] {
  const rows = tables.filter(([head]) => head?.[0] === name).flatMap(([, ...body]) => body)
  expect(rows).not.toEqual([])
  return rows
}

/** A command that the README shows, and what it prints there. */
function shown(command: string): { line: string; prints: string } {
  const block = code.find((text) => text.startsWith(`$ npx resume-on-merge ${command}`)) ?? ''
  const [first = '', ...lines] = block.split('\n')
  return { line: first.replace('$ npx ', ''), prints: lines.join('\n') }
}

describe.concurrent('the README', () => {
  test('explains every setting of .env.example, with the same default, and no other', async () => {
    const example = await readFile(new URL('.env.example', root), 'utf8')
    const variables = [...example.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => ({
      name,
      value,
    }))
    const rows = rowsUnder('Variable').map(([name, value = '']) => ({
      name,
      value: inWords.has(value) ? '' : value,
    }))
    const byName = (left: { name?: string | undefined }, right: { name?: string | undefined }): number =>
      (left.name ?? '').localeCompare(right.name ?? '')
    expect(rows.toSorted(byName)).toEqual(variables.toSorted(byName))
  })

  test('explains every permission of app.yml at its level, and no other', async () => {
    const manifest = z
      .object({ default_permissions: z.record(z.string(), z.string()) })
      .parse(parse(await readFile(new URL('app.yml', root), 'utf8')))
    const rows = rowsUnder('Permission').map(([name, level]) => [name, level])
    expect(Object.fromEntries(rows)).toEqual(manifest.default_permissions)
  })

  test.for(rowsUnder('Icon'))('quotes a comment: %s %s', async ([icon, says]) => {
    const golden = await readGolden()
    expect(golden.some((line) => line.startsWith(`### ${icon} `) && line.includes(`) ${says}`))).toBe(true)
  })

  test('names the commands that there are', async ({ desk }) => {
    const named = new Set(
      code.flatMap((text) => [...text.matchAll(/resume-on-merge ([a-z]+)/g)].map(([, command]) => command)),
    )
    const { stdout, stderr } = await desk.run(['--help'])
    expect(stderr).toBe('')
    const there = [...stdout.matchAll(/^ {2}([a-z]+)(?: [[<].+?[\]>])* {2,}/gm)].map(([, command]) => command)
    expect([...named].toSorted()).toEqual(there.toSorted())
  })

  test('shows what find prints', async ({ desk }) => {
    const { line, prints } = shown('find')
    await desk.put({ 'description.md': code.find((text) => text.startsWith('Resumes http')) ?? '' })
    expect(await desk.shell(line)).toEqual({ code: 0, stdout: prints, stderr: '' })
  })

  test('shows what render prints', async ({ desk }) => {
    const { line, prints } = shown('render')
    const body = code.find((text) => text.startsWith('Resumes http'))
    const pull_request = { number: 42, merged: true, title: 'Read the amount under its new name', body }
    await desk.put({ 'delivery.json': JSON.stringify({ action: 'closed', pull_request }) })
    expect(await desk.shell(line)).toEqual({ code: 0, stdout: prints, stderr: '' })
  })
})

/** The headings of all golden comments. */
async function readGolden(): Promise<string[]> {
  const folder = new URL('test/golden/', root)
  const files = await Promise.all(
    (await readdir(folder)).map((file) => readFile(new URL(file, folder), 'utf8')),
  )
  return files.flatMap((text) => text.split('\n').filter((line) => line.startsWith('### ')))
}
