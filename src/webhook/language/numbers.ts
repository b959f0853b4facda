/** An integer as Jinja writes it: `1_000`, `0x1f`, `0b11`, `0o17`. */
export function readInteger(written: string): bigint {
  return BigInt(written.replaceAll('_', ''))
}

/** A float as Jinja writes it: `1.5`, `1e3`. */
export function readFloat(written: string): number {
  return Number(written.replaceAll('_', ''))
}
