import type { Answer, Route, StandInRequest } from '../../http/index.ts'
import { refuse } from './refuse.ts'

/** What the server says where no route fits: elsewhere with or without the last slash, another method, or nothing. */
export function answerMissing(routes: readonly Route[], { method, path, url }: StandInRequest): Answer {
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`
  if (routes.some((route) => route.method === method && route.paths.test(other))) {
    const location = new URL(url)
    location.pathname = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : `${url.pathname}/`
    return { status: 307, headers: { location: location.href } }
  }
  return routes.some((route) => route.paths.test(path))
    ? refuse(405, 'Method Not Allowed')
    : refuse(404, 'Not Found')
}
