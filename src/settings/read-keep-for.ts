import { isEnterpriseServer } from './read-github.ts'
import type { Reading } from './reading.ts'

const day = 86_400_000

/** For so long, in milliseconds, GitHub can be asked to deliver something once more. */
const redelivery = { cloud: 3 * day, enterpriseServer: 7 * day }

const expected =
  'at least RESUME_WITHIN, FOLLOW_FOR, and the 3d (7d with a GitHub Enterprise Server) for which GitHub delivers again'

/**
 * How long finished work is remembered, in milliseconds. What is forgotten sooner than it may come back would be taken
 * for something new, so that is a problem.
 */
export function readKeepFor({ values, problems, isSet }: Reading): number {
  const { KEEP_FOR: keepFor, RESUME_WITHIN: resumeWithin, FOLLOW_FOR: followFor, GHE_HOST: host } = values
  const redelivered = isEnterpriseServer(host) ? redelivery.enterpriseServer : redelivery.cloud
  const longer: [number, string][] = [
    [resumeWithin, 'RESUME_WITHIN'],
    [followFor, 'FOLLOW_FOR'],
    [redelivered, 'the time for which GitHub delivers again'],
  ]
  const tooLong = longer.find(([duration]) => duration > keepFor)
  const isWrongAlready = problems.some(({ variable }) => variable === 'KEEP_FOR')
  if (tooLong !== undefined && !isWrongAlready) {
    const is = isSet('KEEP_FOR') ? 'is' : 'is not set, and its default is'
    problems.push({ variable: 'KEEP_FOR', problem: `${is} shorter than ${tooLong[1]}`, expected })
  }
  return keepFor
}
