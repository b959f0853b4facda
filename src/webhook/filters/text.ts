import { strip } from '../methods/strip.ts'
import { capitalize, replaceText } from '../methods/text.ts'
import { integerArgument } from '../values/arguments.ts'
import { print } from '../values/print.ts'
import { filter } from './filter.ts'
import { truncate } from './truncate.ts'

/** Filters that make a text of any value first. */
export const textFilters = [
  filter('upper', ['s'], (value) => print(value).toUpperCase()),
  filter('lower', ['s'], (value) => print(value).toLowerCase()),
  filter('capitalize', ['s'], (value) => capitalize(print(value))),
  filter('title', ['s'], (value) => titleWords(print(value))),
  filter('string', ['object'], (value) => print(value)),
  filter('trim', ['value', ['chars', null]], (value, characters) => strip(print(value), characters, 'both')),
  filter('replace', ['s', 'old', 'new', ['count', null]], (value, old, by, count) =>
    replaceText(print(value), print(old), print(by), count === null ? -1n : integerArgument(count, 'count')),
  ),
  filter(
    'truncate',
    ['s', ['length', 255n], ['killwords', false], ['end', '...'], ['leeway', null]],
    truncate,
  ),
]

/** Jinja's own idea of a title: words begin after spaces, hyphens and opening brackets only. */
function titleWords(text: string): string {
  return text.replace(/[^-\s({[<]+/g, (word) => capitalize(word))
}
