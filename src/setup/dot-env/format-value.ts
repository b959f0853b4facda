import { parseEnv } from 'node:util'

/** Read alike by Node, Docker and shells, without quotes. */
const plain = /^[\w./:@%+,=-]+$/

/**
 * A value as `.env` holds it, on one line where that is possible; null where no way of writing gives back the same
 * value (Node's reader knows no escape but `\n`).
 */
export function formatValue(value: string): string | null {
  const ways = [`"${value.replaceAll('\n', '\\n')}"`, `'${value}'`, `\`${value}\``]
  const candidates = plain.test(value) ? [value, ...ways] : ways
  return candidates.find((written) => readsAs(written, value)) ?? null
}

function readsAs(written: string, value: string): boolean {
  const read = parseEnv(`VALUE=${written}\nNEXT=1\n`)
  return read['VALUE'] === value && read['NEXT'] === '1' && Object.keys(read).length === 2
}
