import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Credentials, linesOf, storeCredentials } from '../../src/setup/dot-env/credentials.ts'
import { formatValue } from '../../src/setup/dot-env/format-value.ts'
import { setVariables } from '../../src/setup/dot-env/set-variables.ts'

const character = fc.constantFrom(...'abZ09 "\'`#$=\\\n\t{}é', '\\n')
const hostile = fc.oneof(fc.string({ unit: character }), fc.string(), fc.string({ unit: 'binary' }))
const name = fc.stringMatching(/^[A-Z][A-Z_]{0,5}$/)
const line = fc.oneof(
  fc.constant(''),
  fc.string({ unit: character }).map((text) => `# ${text.replaceAll('\n', ' ')}`),
  fc.tuple(name, fc.string()).map(([key, value]) => `${key}=${value.replaceAll('\n', '')}`),
  fc.tuple(name, hostile).map(([key, value]) => `export ${key} = ${formatValue(value) ?? ''} # why`),
  fc
    .tuple(name, fc.string({ unit: character }))
    .map(([key, value]) => `${key}="${value.replaceAll('"', '')}"`),
)
const file = fc.array(line).map((lines) => lines.join('\n'))

describe('a value', () => {
  test('is read back as it was written, or not written', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const written = formatValue(value)
        if (written !== null) expect(parseEnv(`A=${written}\n`)['A']).toBe(value)
      }),
    )
  })

  test('with every kind of character that stands in secrets can be written', () => {
    const values = fc
      .string({ unit: fc.constantFrom(...'aZ09 "\'#$=\\\n{}') })
      .filter((text) => !text.includes('\\n'))
    fc.assert(
      fc.property(values, (value) => {
        expect(formatValue(value)).not.toBeNull()
      }),
    )
  })

  test('of several lines stands on one, which every reader of .env takes', () => {
    expect(formatValue('-----BEGIN X-----\nab+/=\n')).toBe('"-----BEGIN X-----\\nab+/=\\n"')
    expect(formatValue('ab12')).toBe('ab12')
  })
})

describe('setting variables', () => {
  test('changes what is read of them, and nothing else', () => {
    fc.assert(
      fc.property(file, fc.dictionary(name, hostile, { maxKeys: 3 }), (source, values) => {
        const result = setVariables(source, values)
        if (result === null) return
        expect({ ...parseEnv(result) }).toEqual({ ...parseEnv(source), ...values })
        expect(setVariables(result, values)).toBe(result)
      }),
    )
  })

  test.each([
    ['', 'A=1\nB=2\n'],
    ['# why\n\nX=1', '# why\n\nX=1\nA=1\nB=2\n'],
    ['B=old # note\nX="a\nB=inside\n"\n', 'B=2\nX="a\nB=inside\n"\nA=1\n'],
    ['export A = "old\nlines" # note\r\nX=1\r\n', 'export A=1\r\nX=1\r\nB=2\r\n'],
    ['#A=5\nA=\nA=3\n', '#A=5\nA=1\nA=1\nB=2\n'],
    ['AA=5\nXB=6\n', 'AA=5\nXB=6\nA=1\nB=2\n'],
  ])('in %j keeps every other line', (source, result) => {
    expect(setVariables(source, { A: '1', B: '2' })).toBe(result)
  })

  test('is refused below a quote that would swallow them', () => {
    expect(setVariables('X="open\n', { A: 'needs "quotes"\n' })).toBeNull()
  })
})

describe('storing credentials', () => {
  const credentials: Credentials = { APP_ID: '7', PRIVATE_KEY: 'BEGIN\nx\nEND\n', WEBHOOK_SECRET: 'abc' }
  const emptyFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-env-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    return folder
  }

  test('makes the file readable for its owner only, and leaves nothing else', async () => {
    const folder = await emptyFolder()
    const path = join(folder, '.env')
    await writeFile(path, '# note\n', { mode: 0o666 })
    expect(await storeCredentials(path, credentials, false)).toEqual({ stored: true })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['.env'])
    expect({ ...parseEnv(await readFile(path, 'utf8')) }).toEqual(credentials)
  })

  test('follows a link', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'real'), 'X=1\n')
    await symlink('real', join(folder, '.env'))
    await storeCredentials(join(folder, '.env'), credentials, false)
    expect(parseEnv(await readFile(join(folder, 'real'), 'utf8'))).toMatchObject({ X: '1', APP_ID: '7' })
  })

  test.each(['APP_ID=3', 'PRIVATE_KEY="x"', 'PRIVATE_KEY_PATH=key.pem', 'WEBHOOK_SECRET=old'])(
    'never replaces what is there (%s) unasked',
    async (source) => {
      const path = join(await emptyFolder(), '.env')
      await writeFile(path, source)
      expect(await storeCredentials(path, credentials, false)).toMatchObject({ stored: false })
      expect(await readFile(path, 'utf8')).toBe(source)
      expect(await storeCredentials(path, credentials, true)).toEqual({ stored: true })
    },
  )

  test('that cannot be written tells why, and leaves nothing', async () => {
    const readOnly = () => Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' }))
    const path = join(await emptyFolder(), '.env')
    const result = await storeCredentials(path, credentials, false, readOnly)
    expect(result).toEqual({ stored: false, because: 'it cannot be written (EROFS)' })
  })

  test('can be done by hand with the lines that are shown', () => {
    expect({ ...parseEnv(linesOf(credentials)) }).toEqual(credentials)
  })
})
