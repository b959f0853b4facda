/** Texts of any length that make parsers slow: deep, repeated, broken again and again. */
export const shapes: Readonly<Record<string, (length: number) => string>> = {
  'lists in lists': (length) => '['.repeat(length),
  'mappings in mappings': (length) => '{a: '.repeat(length / 4),
  'lists in lists, by dashes': (length) => '- '.repeat(length / 2),
  'keys that are keys': (length) => '? '.repeat(length / 2),
  'values of values': (length) => 'a: '.repeat(length / 3),
  'lists that end before they begin': (length) => ']'.repeat(length),
  'lists after each other': (length) => '[]'.repeat(length / 2),
  'nothing but commas': (length) => `[${','.repeat(length)}`,
  'steps into the page': (length) => steps(length),
  'many keys': (length) => lines(length, (line) => `key${line}: 1`),
  'the same key': (length) => 'branches: a\n'.repeat(length / 12),
  'a long list of what is no text': (length) => `branches:\n${'- 1\n'.repeat(length / 4)}`,
  'a long list of texts': (length) => `labels:\n  skip: [${'a, '.repeat(length / 3)}]`,
  'a long glob': (length) => `branches: "${'*a'.repeat(length / 2)}"`,
  'a glob of stars': (length) => `branches: "${'*'.repeat(length)}"`,
  'a long duration': (length) => `follow: ${'9'.repeat(length)}h`,
  'a long key': (length) => `"${'branches'.repeat(length / 8)}": a`,
  'many anchors': (length) => lines(length, (line) => `- &a${line} x`),
  'many aliases': (length) => `- &a x\n${'- *a\n'.repeat(length / 5)}`,
  'aliases that are not there': (length) => '- *a\n'.repeat(length / 5),
  'anchors upon anchors': (length) => '&a '.repeat(length / 3),
  'aliases of aliases': (length) => lines(length, (line) => `- &a${line} [*a${line - 1}, *a${line - 1}]`),
  'tags upon tags': (length) => '!a '.repeat(length / 3),
  'tags that nobody knows': (length) => '- !a b\n'.repeat(length / 7),
  'directives without a document': (length) => '%a b\n'.repeat(length / 5),
  'document after document': (length) => '--- a\n'.repeat(length / 6),
  'quotes without end': (length) => `"${'a\n'.repeat(length / 2)}`,
  'quotes upon quotes': (length) => '"'.repeat(length),
  'escapes that are none': (length) => `"${'\\x'.repeat(length / 2)}"`,
  'tabs where spaces belong': (length) => 'a:\n\t'.repeat(length / 4),
  'a text over many lines': (length) => `a: >\n${' a\n\n'.repeat(length / 4)}`,
  'blank lines': (length) => ' \n'.repeat(length / 2),
  'comments in a list': (length) => `[${'#\n'.repeat(length / 2)}`,
  'characters that are none': (length) => '\ud800\0'.repeat(length / 2),
}

function lines(length: number, line: (index: number) => string): string {
  let text = ''
  for (let index = 0; text.length < length; index += 1) text += `${line(index)}\n`
  return text.slice(0, length)
}

function steps(length: number): string {
  let text = ''
  for (let step = 0; text.length < length; step += 1) text += `${' '.repeat(step)}a:\n`
  return text.slice(0, length)
}
