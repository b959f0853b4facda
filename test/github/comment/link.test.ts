import fc from 'fast-check'
import { expect, test } from 'vitest'
import { link } from '../../../src/github/comment/link.ts'
import { hostileAddress } from './hostile.ts'
import { nodesOf, parse } from './markdown.ts'

test.each([
  [
    'https://app.prefect.cloud/runs/flow-run/1?tab=Logs#x',
    '[run](https://app.prefect.cloud/runs/flow-run/1?tab=Logs#x)',
  ],
  ['http://127.0.0.1:4200/runs/flow-run/1', '[run](http://127.0.0.1:4200/runs/flow-run/1)'],
  ['http://[::1]:4200/runs', '[run](http://[::1]:4200/runs)'],
  [
    'https://a.example/x)[y](https://evil.example',
    '[run](https://a.example/x%29%5By%5D%28https://evil.example)',
  ],
  ['https://a.example/a b|c', '[run](https://a.example/a%20b%7Cc)'],
  ['https://a.example/?a=1&copy;=2', '[run](https://a.example/?a=1&amp;copy;=2)'],
  ['javascript:alert(1)', 'run'],
  ['https://user:password@a.example/', 'run'],
  ['runs/flow-run/1', 'run'],
  [`https://a.example/${'a'.repeat(500)}`, 'run'],
])('a link to %s', (address, markdown) => {
  expect(link('run', address)).toBe(markdown)
})

test('any address gives one link to that page, or none', () => {
  fc.assert(
    fc.property(hostileAddress, (address) => {
      const root = parse(`| Before ${link('run', address)} after |\n| --- |`)
      const links = nodesOf(root).filter((node) => node.type === 'link')
      expect(links.length).toBe(link('run', address) === 'run' ? 0 : 1)
      for (const { url } of links) {
        expect(url).toMatch(/^https?:/)
        expect(decoded(url)).toBe(decoded(new URL(address).href))
      }
      const text = nodesOf(root).map((node) => (node.type === 'text' ? node.value : ''))
      expect(text.join('')).toBe('Before run after')
    }),
    { numRuns: 500 },
  )
})

/** Percent signs that encode nothing stay. */
function decoded(url: string): string {
  return url.replaceAll(/%[0-9A-F]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
}
