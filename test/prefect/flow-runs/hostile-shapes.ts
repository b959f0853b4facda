/** The id of a flow run, and its page. */
export const id = '0668c2ac-f34b-7dca-8000-7f17223b2c7d'
export const page = `https://app.prefect.cloud/runs/flow-run/${id}`
const otherId = '06abec16-52e4-7906-8000-335bfa6bb5b7'

const filled = (filler: string, length: number) =>
  filler.repeat(Math.ceil(length / filler.length)).slice(0, length)
const deepLists = (length: number) => {
  let text = ''
  for (let depth = 0; text.length < length; depth += 90)
    text += `${' '.repeat(depth * 2)}${'- '.repeat(90)}a\n`
  return text
}
const deepFootnotes = (length: number) => {
  let text = ''
  for (let depth = 0; text.length < length; depth += 90)
    text += `${' '.repeat(depth * 4)}${'[^a]: '.repeat(90)}\n`
  return text
}

/** Bodies of any length that make a careless reader look at the same characters again and again. */
export const shapes: Record<string, (length: number) => string> = {
  'opening brackets': (length) => filled('[', length),
  'nested brackets': (length) => filled('[', length / 2) + filled(']', length / 2),
  'targets that never end': (length) => filled('[](a\\(', length),
  'titles that never end': (length) => filled(`[a](b 'c "d (e`, length),
  'nested images': (length) => filled('![', length / 2) + filled('](a)', length / 2),
  'definitions and their uses': (length) => `[a]: b\n\n${filled('[a]', length)}`,
  'many definitions': (length) => filled(`[a]: b\n"c\n\n`, length),
  'runs of backticks': (length) => filled('` `` ``` ```` ', length),
  'comments never closed': (length) => `a ${filled('<!--', length)}`,
  'comments closed at once': (length) => filled('<!-->', length),
  'instructions never closed': (length) => `a ${filled('<?', length)}`,
  'declarations never closed': (length) => `a ${filled('<!a', length)}`,
  'CDATA never closed': (length) => `a ${filled('<![CDATA[', length)}`,
  'tags never closed': (length) => `a ${filled('<a ', length)}`,
  'quotes never closed': (length) => `a ${filled('<a b="', length)}`,
  'quotes in quotes': (length) => `a ${filled(`<a b="<c d='" e='>`, length)}`,
  'one long tag': (length) => `a <a${filled(' b="<a"', length)}`,
  'spaces in a tag': (length) => `a <a${' '.repeat(length)}`,
  'scripts never closed': (length) => `a ${filled('<script>', length)}`,
  'half a URL': (length) => filled('https://app.prefect.cloud/account/', length),
  'half a path': (length) => filled('flow-run/', length),
  'URLs in URLs': (length) => filled('a.b/https://a)', length),
  'URLs with commas': (length) => filled('https://a,', length),
  'a path without end': (length) => page + filled('/a', length),
  underscores: (length) => page + filled('_', length),
  'deep quotes, left lazily': (length) => `${filled('>', length / 2)}\n${filled('a\n', length / 2)}`,
  'deep quotes, empty': (length) => `${filled('>', length / 2)}\n${filled('>\n', length / 2)}`,
  'deep lists, empty lines': (length) => deepLists(length / 2) + filled('\n', length / 2),
  'deep lists, blank lines': (length) => deepLists(length / 2) + filled(' \n', length / 2),
  'deep lists, one long line': (length) => deepLists(length / 2) + ' '.repeat(length / 2),
  'deep footnotes, empty lines': (length) => deepFootnotes(length / 2) + filled('\n', length / 2),
  'markers of lists': (length) => `${filled('- ', length)}x -`,
  'short items': (length) => filled('- a\n', length),
  'open fences': (length) => filled('```\n~~~\n', length),
  emphasis: (length) => filled('*a _b ', length),
  'a wide table': (length) => `${filled('|a', length / 2)}\n${filled('|-', length / 2)}`,
  'many tables': (length) => filled('|a|b|\n|-|-|\n', length),
  headings: (length) => filled('a\n=\n', length),
  'closing words': (length) => filled('fixes ', length),
  'closing words in pieces': (length) => filled('fix<b>es</b>', length),
  'blanks after closing words': (length) => filled(`fixes${' '.repeat(length / 4)}`, length),
  'brackets after a closing word': (length) => `fixes ${filled('(', length)}`,
  'a list without end': (length) => `fixes ${filled(`${page}, `, length)}`,
  'a list of links without end': (length) => `fixes ${filled(`[x](${page}) and `, length)}`,
  'separators without end': (length) => `fixes ${page}${filled(' and,', length)}`,
  'pages elsewhere': (length) => filled(`https://a.b/flow-run/${otherId} `, length),
  'one page elsewhere': (length) => filled(`https://a.b/flow-run/${otherId}/`, length),
  'ids in a URL': (length) => `https://a.b/${filled(`${otherId}/`, length)}`,
  'digits in a URL': (length) => `https://a.b/${filled('0', length)}`,
  'half an address of the API': (length) => `https://a.b${filled('/api/', length)}`,
  'names and passwords': (length) => `https://${filled('a:b@', length)}`,
  'colons after a host': (length) => `https://a.b${filled(':', length)}`,
  'the ends of sentences': (length) => filled(`https://a${'.'.repeat(50)} `, length),
  backslashes: (length) => filled('\\', length),
  emoji: (length) => filled('🚀', length),
}
