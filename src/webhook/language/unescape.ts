const single: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

const escapes = /\\(?:([\n\\'"abfnrtv])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/g

/** What is written between the quotes of a string, as Python reads it: an unknown escape stays as it is. */
export function unescapeString(written: string): string {
  return written.replace(
    escapes,
    (whole, letter?: string, octal?: string, x?: string, u?: string, long?: string) => {
      if (letter !== undefined) return single[letter] ?? whole
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
      const code = Number.parseInt(x ?? u ?? long ?? '0', 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
}
