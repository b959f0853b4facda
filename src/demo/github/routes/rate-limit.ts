import { type Route, route } from '../../http/index.ts'

/** How many requests an hour an installation has. They are not counted here. */
const limit = 5000

/** How much anybody may still ask. */
export function rateLimitRoutes(): Route[] {
  return [
    route('GET', '/rate_limit', () => {
      const core = { limit, used: 0, remaining: limit, reset: inAnHour() }
      return { status: 200, body: { resources: { core }, rate: core } }
    }),
  ]
}

/** The headers by which GitHub tells how much is left. */
export function rateLimitHeaders(): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(limit),
    'x-ratelimit-reset': String(inAnHour()),
    'x-ratelimit-used': '0',
    'x-ratelimit-resource': 'core',
  }
}

function inAnHour(): number {
  return Math.floor(Date.now() / 1000) + 3600
}
