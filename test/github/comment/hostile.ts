import fc from 'fast-check'

const pieces = [
  ...'`|\\<>!-[]()#@*_~$&;:/.\n\r\t ',
  '``',
  '```',
  '\\|',
  '<!--',
  '-->',
  '@acme/owners',
  '@octocat',
  '#1',
  'acme/etl#1',
  'GH-1',
  'abc1234def5678abc1234def5678abc1234def56',
  'https://evil.example/x',
  'www.evil.example',
  'a@evil.example',
  '[x](https://evil.example)',
  '![x](https://evil.example/i.png)',
  '[^1]',
  '<b>',
  '</td>',
  '<script>',
  '&lt;',
  '&#124;',
  ':tada:',
  '$x$',
  '\u202E',
  '\u2066',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\u00AD',
  '\u3164',
  '\u0000',
  '\u001B[31m',
  '\u0085',
  '\u2028',
  '\uD800',
  '😀',
  'é',
  'word',
]

/** What somebody might name a flow run who wants more than a name. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((chosen) => chosen.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** Addresses of pages that would like to be more than a link. */
export const hostileAddress = fc.oneof(
  hostileText,
  hostileText.map((text) => `https://prefect.example/${text}`),
  hostileText.map((text) => `https://prefect.example/runs?tab=${text}`),
  hostileText.map((text) => `javascript:${text}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
)
