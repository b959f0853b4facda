import { randomUUID } from 'node:crypto'
import { describe, expect, vi } from 'vitest'
import { stack, test } from './command.ts'

const ids = Array.from({ length: 3 }, () => randomUUID())
const page = (id: string | undefined, ui = 'http://127.0.0.1:4200'): string => `${ui}/runs/flow-run/${id}`
const text = `Fixes ${page(ids[1])}\n\nand [this](${page(ids[0])}), again ${page(ids[1])}\n<!-- ${page(ids[2])} -->\n`

describe.concurrent('find', () => {
  test('prints the runs of a file, a JSON object a line, in order and once', async ({ desk }) => {
    await desk.put({ 'body.md': text })
    const { code, stdout, stderr } = await desk.run(['find', 'body.md'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n').map((line) => JSON.parse(line))).toEqual(
      [ids[1], ids[0]].map((id) => ({ id, url: page(id), account: null, workspace: null })),
    )
  })

  test.for(['find', 'find -'])('reads standard input: %s', async (command, { desk }) => {
    await desk.put({ 'body.md': text })
    const { code, stdout } = await desk.shell(`resume-on-merge ${command} < body.md`)
    expect({ code, lines: stdout.split('\n').length }).toEqual({ code: 0, lines: 2 })
  })

  test('prints nothing for a text that names nothing', async ({ desk }) => {
    expect(await desk.run(['find'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  const cloud = `https://app.prefect.cloud/account/${randomUUID()}/workspace/${randomUUID()}`
  test('knows the usual addresses of the UI, and no others, when nothing is set', async ({ desk }) => {
    const known = [cloud, 'http://127.0.0.1:4200', 'http://localhost:4200']
    const pages = [...known, 'https://prefect.example.com'].map((ui) => page(randomUUID(), ui))
    await desk.put({ 'body.md': pages.join('\n') })
    const { stdout } = await desk.run(['find', 'body.md'])
    const urls = stdout.split('\n').map((line) => JSON.parse(line).url)
    expect(urls).toEqual(pages.slice(0, -1))
  })

  const own = page(ids[0], 'https://prefect.example.com/ui')
  const settings = [
    { name: 'PREFECT_UI_URL alone', set: { PREFECT_UI_URL: 'https://prefect.example.com/ui/' } },
    { name: 'PREFECT_API_URL alone', set: { PREFECT_API_URL: 'https://prefect.example.com/ui/api' } },
  ]
  test.for(settings)('takes the address of the UI from $name', async ({ set }, { desk }) => {
    await desk.put({ 'body.md': `${own} and ${page(ids[1])}` })
    const { code, stdout, stderr } = await desk.run(['find', 'body.md'], set)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ id: ids[0], url: own })
  })

  const failing = [
    {
      name: 'a file that is not there',
      file: 'missing.md',
      says: 'missing.md cannot be read: there is no such file.',
    },
    { name: 'a folder', file: '.', says: '. cannot be read: it is a folder.' },
  ]
  test.for(failing)('fails for $name, and says so', async ({ file, says }, { desk }) => {
    expect(await desk.run(['find', file])).toEqual({ code: 1, stdout: '', stderr: says })
  })

  test('a wrong variable in .env is named, whoever asks', async ({ desk }) => {
    await desk.put({ '.env': 'PREFECT_UI_URL=prefect.example.com\n' })
    const { code, stdout, stderr } = await desk.run(['find'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('PREFECT_UI_URL')
    expect(stderr).toContain('such as http://127.0.0.1:4200')
    expect(stderr).not.toMatch(stack)
  })

  test('a reader that has enough ends it, without a word', async ({ desk }) => {
    const many = Array.from({ length: 20_000 }, () => page(randomUUID()))
    await desk.put({ 'body.md': many.join('\n') })
    const { code, stdout, stderr } = await desk.shell('resume-on-merge find body.md | head -1')
    expect(JSON.parse(stdout)).toMatchObject({ url: many[0] })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})

vi.setConfig({ testTimeout: 60_000 })
