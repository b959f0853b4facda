import { FetchError } from 'node-fetch'
import type { Failure } from './outcome.ts'

/** What is known when a request gets no whole answer. */
type Circumstances = {
  readonly leaving: AbortSignal | undefined
  readonly timeout: AbortSignal
  readonly milliseconds: number
  /** Null as long as no answer had begun. */
  readonly status: number | null
}

/** System calls that come before anything is sent. */
const beforeSending: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo'])

/** Codes of OpenSSL and Node for a certificate that is not trusted; they end a connection before anything is sent. */
const certificateCode = /CERT|SELF_SIGNED|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$/

/** Why a request got no whole answer, and whether it can have been received. */
export function failureOf(error: unknown, circumstances: Circumstances): Failure {
  const { leaving, timeout, milliseconds, status } = circumstances
  const fetchError = error instanceof FetchError ? error : null
  if (fetchError?.type === 'max-size') return { kind: 'too-large', code: 'TOO_LARGE', status: status ?? 0 }
  if (leaving?.aborted) return { kind: 'left', code: 'LEFT', reason: leaving.reason, sent: true }
  const cause = error
  if (timeout.aborted) {
    const because = `no whole answer within ${milliseconds / 1000} s`
    return { kind: 'unreachable', because, code: 'TIMEOUT', certificate: false, sent: true, cause }
  }
  const code = fetchError?.code ?? 'UNKNOWN'
  const certificate = certificateCode.test(code)
  const sent = !(certificate || code === 'ECONNREFUSED' || beforeSending.has(systemCallOf(error)))
  const because = certificate ? `its certificate is not trusted, ${code}` : inWords(code, status)
  return { kind: 'unreachable', because, code, certificate, sent, cause }
}

function inWords(code: string, status: number | null): string {
  if (status !== null) return `its answer broke off, ${code}`
  if (code === 'ECONNREFUSED') return `nobody listens there, ${code}`
  if (code === 'ENOTFOUND') return `no such host is known, ${code}`
  return `the connection failed, ${code}`
}

/** node-fetch tells it, but its types do not. */
function systemCallOf(error: unknown): unknown {
  return error instanceof FetchError && 'erroredSysCall' in error ? error.erroredSysCall : undefined
}
