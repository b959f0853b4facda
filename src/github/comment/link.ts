/** Longer addresses are nobody's flow run, and would crowd out the rest. */
const longest = 500

/** What may stand in a link's destination as it is. */
const risky = /[^\w\-.~:/?#@!$'*+,;=%]/g

/**
 * A link to a page, or only its label where the address is none of a web page.
 *
 * @param label Markdown
 */
export function link(label: string, address: string): string {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol) || `${url.username}${url.password}` !== '') return label
  const destination = `${url.origin}${url.href.slice(url.origin.length).replaceAll(risky, encode)}`
  return destination.length > longest ? label : `[${label}](${destination})`
}

/** An ampersand may begin an entity of Markdown; all else is what a browser reads the same when encoded. */
function encode(character: string): string {
  if (character === '&') return '&amp;'
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
