import { isLoopback } from './expected-host.ts'

const form = 'Type the whole address, such as https://resume.example.com.'

/**
 * The address at which GitHub reaches us, without a trailing slash; the webhook's own address is taken too.
 *
 * @param github where people use GitHub: one on this machine reaches this machine
 */
export function readPublicUrl(text: string, github: string): { url: string } | { problem: string } {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return { problem: `This is no web address. ${form}` }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return { problem: `It may have no user, query or fragment. ${form}` }
  }
  if (isLoopback(url.hostname) && !isLoopback(new URL(github).hostname)) {
    return {
      problem: 'GitHub cannot reach this machine by that name. Leave it empty if there is no other yet.',
    }
  }
  return { url: url.href.replace(/\/+$/, '').replace(/\/api\/github\/webhooks$/, '') }
}
