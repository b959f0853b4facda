import { expect, test } from 'vitest'
import { nextCursor } from '../../../src/github/sweep/next-cursor.ts'

const page = 'https://api.github.com/app/hook/deliveries?per_page=100&cursor='

test.for([
  ['is that of the next page', `<${page}v1_9123456789012345678>; rel="next"`, 'v1_9123456789012345678'],
  ['is decoded', `<${page}djE%3D>; rel="next"`, 'djE='],
  ['is not that of the page before', `<${page}v1_3>; rel="prev", <${page}v1_1>; rel="next"`, 'v1_1'],
  ['is not there on the last page', `<${page}v1_3>; rel="prev"`, null],
  ['is not there without the header', undefined, null],
  ['is not there in an address without one', '<https://api.github.com/app>; rel="next"', null],
  ['is not there in what is no address', '<nowhere>; rel="next"', null],
] as const)('the cursor %s', ([, link, cursor]) => {
  expect(nextCursor(link)).toBe(cursor)
})
