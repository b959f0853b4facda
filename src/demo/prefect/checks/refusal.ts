import type { z } from 'zod'
import type { Answer } from '../../http/index.ts'

/** One complaint in the words of Prefect's own checks. */
interface Complaint {
  type: string
  loc: (string | number)[]
  msg: string
  input: unknown
  ctx?: Record<string, unknown>
}

const kinds: Record<string, string> = {
  array: 'list',
  record: 'dict',
  object: 'dict',
  boolean: 'bool',
  int: 'int',
  number: 'int',
}
const words: Record<string, string> = { dict: 'dictionary', int: 'integer', bool: 'boolean' }

/** 422 for a body that is not what it should be; it echoes the body. */
export function refuseBody(body: unknown, { issues }: z.ZodError): Answer {
  const detail = issues.flatMap((issue) => complain(issue, body))
  return {
    status: 422,
    body: { exception_message: 'Invalid request received.', exception_detail: detail, request_body: body },
  }
}

function complain(issue: z.core.$ZodIssue, body: unknown): Complaint[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const loc = ['body', ...path]
  const input = valueAt(body, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        type: 'extra_forbidden',
        loc: [...loc, key],
        msg: 'Extra inputs are not permitted',
        input: valueAt(input, [key]),
      }))
    case 'invalid_type': {
      if (input === undefined) {
        return [
          { type: 'missing', loc, msg: 'Field required', input: valueAt(body, path.slice(0, -1)) ?? null },
        ]
      }
      const kind = kinds[issue.expected] ?? issue.expected
      return [{ type: `${kind}_type`, loc, msg: `Input should be a valid ${words[kind] ?? kind}`, input }]
    }
    case 'invalid_value': {
      const expected = issue.values.map((value) => `'${String(value)}'`).join(', ')
      return [{ type: 'enum', loc, msg: `Input should be ${expected}`, input, ctx: { expected } }]
    }
    case 'invalid_format':
      return [{ type: `${issue.format}_parsing`, loc, msg: `Input should be a valid ${issue.format}`, input }]
    default:
      return [{ type: 'value_error', loc, msg: `Value error, ${issue.message}`, input, ctx: { error: {} } }]
  }
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}
