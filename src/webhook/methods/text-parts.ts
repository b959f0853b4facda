import { valueError } from '../errors/python-error.ts'
import { integerArgument, textArgument } from '../values/arguments.ts'
import { center, justifyLeft, justifyRight } from '../values/justify.ts'
import { truth } from '../values/truth.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { type Method, method } from './method.ts'
import { splitFromRight, splitLines } from './split.ts'

const justified = ['width', ['fillchar', ' ']] as const

/** Methods that take a text apart, and such that fill it up. */
export const textPartMethods: readonly (readonly [string, Method<string>])[] = [
  method<string>(
    'rsplit',
    [
      ['sep', null],
      ['maxsplit', -1n],
    ],
    splitFromRight,
  ),
  method<string>('splitlines', [['keepends', false]], (self, keep) => splitLines(self, truth(keep))),
  method<string>('partition', ['sep'], (self, separator) => {
    const mark = separatorArgument(separator)
    return parts(self, self.indexOf(mark), mark) ?? new Tuple([self, '', ''])
  }),
  method<string>('rpartition', ['sep'], (self, separator) => {
    const mark = separatorArgument(separator)
    return parts(self, self.lastIndexOf(mark), mark) ?? new Tuple(['', '', self])
  }),
  method<string>('removeprefix', ['prefix'], (self, value) => {
    const prefix = textArgument(value, 'prefix')
    return self.startsWith(prefix) ? self.slice(prefix.length) : self
  }),
  method<string>('removesuffix', ['suffix'], (self, value) => {
    const suffix = textArgument(value, 'suffix')
    return suffix !== '' && self.endsWith(suffix) ? self.slice(0, -suffix.length) : self
  }),
  method<string>('center', justified, (self, width, fill) => center(self, ...filling(width, fill))),
  method<string>('ljust', justified, (self, width, fill) => justifyLeft(self, ...filling(width, fill))),
  method<string>('rjust', justified, (self, width, fill) => justifyRight(self, ...filling(width, fill))),
  method<string>('zfill', ['width'], (self, width) => {
    const sign = /^[-+]/.exec(self)?.[0] ?? ''
    const wanted = integerArgument(width, 'width') - BigInt(sign.length)
    return sign + justifyRight(self.slice(sign.length), wanted, '0')
  }),
  method<string>('expandtabs', [['tabsize', 8n]], (self, size) =>
    expandTabs(self, Number(integerArgument(size, 'size'))),
  ),
]

function separatorArgument(value: Value): string {
  const separator = textArgument(value, 'sep')
  if (separator === '') throw valueError('empty separator')
  return separator
}

function parts(text: string, at: number, mark: string): Tuple | null {
  return at === -1 ? null : new Tuple([text.slice(0, at), mark, text.slice(at + mark.length)])
}

function filling(width: Value, fill: Value): [bigint, string] {
  return [integerArgument(width, 'width'), textArgument(fill, 'fillchar')]
}

function expandTabs(text: string, size: number): string {
  const lines = text.split(/(?<=[\n\r])/)
  return lines.map((line) => line.split('\t').reduce((before, part) => padded(before, size) + part)).join('')
}

function padded(text: string, size: number): string {
  return size <= 0 ? text : justifyLeft(text, BigInt((Math.floor(Array.from(text).length / size) + 1) * size))
}
