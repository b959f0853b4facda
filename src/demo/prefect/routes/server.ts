import { type Route, route } from '../../http/index.ts'
import { apiVersion } from '../api-version.ts'
import { refuse } from './refuse.ts'

/** What a server tells of itself. @param version of Prefect */
export function serverRoutes(version: string): Route[] {
  return [
    route('GET', '/health', () => ({ status: 200, body: true })),
    route('GET', '/ready', () => ({ status: 200, body: { message: 'OK' } })),
    route('GET', '/version', () => ({ status: 200, body: apiVersion })),
    route('GET', '/admin/version', () => ({ status: 200, body: version })),
    route('GET', '/csrf-token', () => refuse(422, 'CSRF protection is disabled.')),
  ]
}
