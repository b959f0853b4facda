import { isIP } from 'node:net'

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** Whether a host name, as URLs write it, is this machine and nobody else's way to it. */
export function isLoopback(hostname: string): boolean {
  return loopback.has(hostname) || hostname.endsWith('.localhost') || hostname.startsWith('127.')
}

/** The part of a listening address by which a browser on this machine finds it. */
export function reachableHost(host: string): string {
  return everywhere.has(host) ? 'localhost' : bracketed(host)
}

/**
 * Whether a request was meant for us. A page of somebody else whose name is made to lead to this machine (DNS
 * rebinding) comes with that name in `Host`; with an address instead of a name there is nothing to be rebound.
 *
 * @param listening the address that we listen on
 * @param publicUrl what else the person said that we are reached by
 */
export function isExpectedHost(
  header: string | undefined,
  { listening, publicUrl }: { listening: string; publicUrl: string | null },
): boolean {
  if (header === undefined || !/^[\w.:[\]-]+$/.test(header)) return false
  const hostname = URL.parse(`http://${header}`)?.hostname
  if (hostname === undefined) return false
  if (loopback.has(hostname) || hostname === bracketed(listening.toLowerCase())) return true
  if (publicUrl !== null && hostname === new URL(publicUrl).hostname) return true
  return everywhere.has(listening) && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
