/** What shows nothing by itself, but hides, turns round or joins what stands beside it. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

const blanks = /[\p{Z}\p{Cc}\u2800]+/gu

/** What a reader of an untrusted text sees: one line, without invisible characters, cut to so many code points. */
export function cut(untrusted: string, limit: number): string {
  const characters = [...untrusted.replaceAll(invisible, '').replaceAll(blanks, ' ').trim()]
  return characters.length > limit ? `${characters.slice(0, limit).join('').trimEnd()}…` : characters.join('')
}
