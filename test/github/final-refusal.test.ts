import { expect, test } from 'vitest'
import { isFinalRefusal } from '../../src/github/final-refusal.ts'

const docs = 'https://docs.github.com/rest/issues/comments#create-an-issue-comment'

test.each([
  [403, `Resource not accessible by integration - ${docs}`],
  [403, 'This installation has been suspended'],
  [403, `Unable to create comment because issue is locked. - ${docs}`],
  [403, 'Repository was archived so is read-only.'],
  [404, `Not Found - ${docs}`],
  [410, 'This issue was deleted'],
  [422, 'Validation Failed: {"field":"body","message":"is too long"}'],
])('%i %s: no later try would do better', (status, message) => {
  expect(isFinalRefusal({ status, message, response: { headers: {} } })).toBe(true)
})

test.each([
  [403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', {}],
  [403, 'You have triggered an abuse detection mechanism. Please retry your request again later.', {}],
  [403, 'API rate limit exceeded for installation ID 555.', {}],
  [403, 'Resource not accessible by integration', { 'retry-after': '60' }],
  [403, 'Resource not accessible by integration', { 'x-ratelimit-remaining': '0' }],
  [403, 'Your IP address is not permitted to access this resource.', {}],
  [403, '', {}],
  [422, 'Validation Failed: {"resource":"IssueComment","message":"was submitted too quickly"}', {}],
  [429, 'You have exceeded a secondary rate limit.', {}],
  [401, 'Bad credentials', {}],
  [500, 'Server Error', {}],
])('%i %s %j: it is tried again', (status, message, headers) => {
  expect(isFinalRefusal({ status, message, response: { headers } })).toBe(false)
})

test.each([[new Error('fetch failed')], [null], ['403'], [{ status: '403' }]])(
  '%s: it is tried again',
  (error) => {
    expect(isFinalRefusal(error)).toBe(false)
  },
)
