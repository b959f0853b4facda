import { limitError, valueError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { integerArgument, textArgument } from '../values/arguments.ts'
import { countCodePoints, toList } from '../values/iterate.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { type Method, method } from './method.ts'
import { split } from './split.ts'
import { strip } from './strip.ts'
import { textKindMethods } from './text-kind.ts'
import { textPartMethods } from './text-parts.ts'

/** What a template may do with a text. */
export const textMethods: ReadonlyMap<string, Method<string>> = new Map<string, Method<string>>([
  method('upper', [], (self) => self.toUpperCase()),
  method('lower', [], (self) => self.toLowerCase()),
  method('title', [], titleCase),
  method('capitalize', [], capitalize),
  method('strip', [['chars', null]], (self, set) => strip(self, set, 'both')),
  method('lstrip', [['chars', null]], (self, set) => strip(self, set, 'start')),
  method('rstrip', [['chars', null]], (self, set) => strip(self, set, 'end')),
  method(
    'split',
    [
      ['sep', null],
      ['maxsplit', -1n],
    ],
    split,
  ),
  method('startswith', ['prefix'], (self, prefix) => any(prefix, (part) => self.startsWith(part))),
  method('endswith', ['suffix'], (self, suffix) => any(suffix, (part) => self.endsWith(part))),
  method('replace', ['old', 'new', ['count', -1n]], (self, old, by, count) =>
    replaceText(self, textArgument(old, 'old'), textArgument(by, 'new'), integerArgument(count, 'count')),
  ),
  method('find', ['sub'], (self, part) => place(self, self.indexOf(textArgument(part, 'sub')))),
  method('rfind', ['sub'], (self, part) => place(self, self.lastIndexOf(textArgument(part, 'sub')))),
  method('index', ['sub'], (self, part) => {
    const found = self.indexOf(textArgument(part, 'sub'))
    if (found === -1) throw valueError('substring not found')
    return place(self, found)
  }),
  method('count', ['sub'], (self, part) => countText(self, textArgument(part, 'sub'))),
  ...textKindMethods,
  ...textPartMethods,
  method('swapcase', [], swapCase),
  method('casefold', [], (self) => self.toLowerCase().replaceAll('ß', 'ss')),
  method('join', ['iterable'], (self, items) =>
    toList(items)
      .map((item) => textArgument(item, 'item'))
      .join(self),
  ),
])

/** Every word with a capital, everything else small: `they're` is `They'Re`, as in Python. */
export function titleCase(text: string): string {
  return text.toLowerCase().replace(/\p{L}+/gu, (word) => capitalize(word))
}

/** The first letter a capital, everything else small. */
export function capitalize(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length).toLowerCase()
}

function swapCase(text: string): string {
  return text.replace(/\p{L}/gu, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
}

/** A text with the first `count` places of another exchanged; all of them when negative. */
export function replaceText(text: string, old: string, by: string, count: bigint): string {
  const parts = old === '' ? ['', ...text, ''] : text.split(old)
  const turns = count < 0n ? parts.length - 1 : Math.min(Number(count), parts.length - 1)
  const length = text.length + turns * by.length
  if (length > limits.growth) throw limitError(`a text of more than ${limits.growth} characters`)
  return [parts.slice(0, turns + 1).join(by), ...parts.slice(turns + 1)].join(old)
}

function countText(text: string, part: string): bigint {
  return BigInt(part === '' ? countCodePoints(text) + 1 : text.split(part).length - 1)
}

function place(text: string, index: number): bigint {
  return BigInt(index === -1 ? -1 : countCodePoints(text.slice(0, index)))
}

function any(value: Value, holds: (part: string) => boolean): boolean {
  const parts = value instanceof Tuple ? value.items : [value]
  return parts.some((part) => holds(textArgument(part, 'first arg')))
}
