import { asciiLowerCase } from './ascii.ts'
import { UnusableUiUrlError } from './unusable-ui-url-error.ts'
import { uuid } from './uuid.ts'

/** Where a Prefect UI is served: every workspace of it, whichever one its URL names. */
export type UiAddress = {
  /** `https:` or `http:` */
  readonly scheme: string
  /** Host with port, in lower case and without a default port, in each spelling that may stand in a text. */
  readonly hosts: ReadonlySet<string>
  /** What a reverse proxy puts before the UI's own paths; empty, or with a leading slash and no trailing one. */
  readonly prefix: string
}

const ownPath = new RegExp(`(?:/v2)?(?:/accounts?/${uuid}/workspaces?/${uuid})?(?:/v2)?/*$`, 'i')

/**
 * Reads a UI URL, which may carry a path, a trailing slash, and an account and workspace as Prefect derives them.
 *
 * @throws {UnusableUiUrlError} where it is not an http(s) URL
 */
export function readUiAddress(uiUrl: string): UiAddress {
  const url = URL.canParse(uiUrl) ? new URL(uiUrl) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new UnusableUiUrlError(uiUrl)
  const asWritten = /^\s*https?:\/\/([^/?#\\@]+)/i.exec(uiUrl)?.[1] ?? url.host // an international name, unencoded
  return {
    scheme: url.protocol,
    hosts: new Set([url.host, withoutDefaultPort(url.protocol, asciiLowerCase(asWritten.trim()))]),
    prefix: url.pathname.replace(/\/+$/, '').replace(ownPath, ''),
  }
}

/** Whether a scheme and a host with port, both in lower case, are where the UI is served. */
export function isServedAt(address: UiAddress, scheme: string, host: string): boolean {
  return scheme === address.scheme && address.hosts.has(withoutDefaultPort(scheme, host))
}

/** The same host with port, less a port that the scheme implies. */
function withoutDefaultPort(scheme: string, host: string): string {
  const port = scheme === 'https:' ? ':443' : ':80'
  return host.endsWith(port) ? host.slice(0, -port.length) : host
}
