import { type Answer, type Route, readJson, route, type StandInRequest } from '../../http/index.ts'
import { appKey } from '../access/app-key.ts'
import { appSummary } from '../documents/app.ts'
import { manifest, newCode } from '../world/manifest.ts'
import type { World } from '../world/world.ts'
import { notFound } from './refuse.ts'

/**
 * The way from a manifest to an App: the page to which a browser posts it, the button there, and the exchange of the
 * code. The App that comes out is the one that there is.
 */
export function manifestRoutes(world: World): Route[] {
  return [
    route('POST', '/settings/apps/new', ask),
    route('POST', '/organizations/{organization}/settings/apps/new', ask),
    route('POST', '/settings/apps/create', (request) => register(world, request, null)),
    route('POST', '/organizations/{organization}/settings/apps/create', (request, organization = '') =>
      register(world, request, organization),
    ),
    route('POST', '/app-manifests/{code}/conversions', (_request, code = '') => convert(world, code)),
  ]
}

/** The page on which the person gives the App its name. */
function ask({ url, text }: StandInRequest): Answer {
  const source = new URLSearchParams(text).get('manifest') ?? ''
  const read = manifest.safeParse(readJson(source))
  if (!read.success) return page(422, '<h1>Invalid GitHub App configuration</h1>')
  const action = `${url.pathname.replace(/new$/, 'create')}${url.search}`
  return page(
    200,
    `<h1>Create GitHub App</h1><form method="post" action="${attribute(action)}">
<input type="hidden" name="manifest" value="${attribute(source)}">
<label>GitHub App name <input name="name" value="${attribute(read.data.name ?? '')}"></label>
<button>Create GitHub App</button></form>`,
  )
}

/** Keeps the registration under a code, and leads the browser back with it. */
function register(world: World, { url, text }: StandInRequest, organization: string | null): Answer {
  const form = new URLSearchParams(text)
  const read = manifest.safeParse(readJson(form.get('manifest') ?? ''))
  if (!read.success) return page(422, '<h1>Invalid GitHub App configuration</h1>')
  const code = newCode()
  const named = { ...read.data, name: form.get('name') ?? read.data.name }
  world.registrations.set(code, { manifest: named, organization })
  const target = new URL(read.data.redirect_url)
  target.searchParams.set('code', code)
  const state = url.searchParams.get('state')
  if (state !== null) target.searchParams.set('state', state)
  return { status: 302, headers: { location: target.href } }
}

/** Hands out the App and its secrets, once. */
function convert(world: World, code: string): Answer {
  const registration = world.registrations.get(code)
  if (registration === undefined) return notFound()
  world.registrations.delete(code)
  const { name, hook_attributes: hook } = registration.manifest
  world.hookUrl = hook === undefined || hook.active === false ? null : hook.url
  const { app, origin } = world
  const body = {
    ...appSummary(origin, app),
    name: name ?? app.slug,
    client_secret: newCode(),
    webhook_secret: app.webhookSecret,
    pem: appKey().privateKey,
  }
  return { status: 201, body }
}

function page(status: number, markup: string): Answer {
  return {
    status,
    text: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>GitHub (stand-in)</title>${markup}\n`,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  }
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
