import { writeJson } from '../json/write.ts'
import { integerArgument } from '../values/arguments.ts'
import { filter } from './filter.ts'

const unsafe: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', "'": '\\u0027' }

/** A value as JSON, keys in order, with what HTML could read escaped: as Jinja's filter writes it. */
export const toJsonFilter = filter('tojson', ['value', ['indent', null]], (value, indent) => {
  const width = indent === null ? null : Number(integerArgument(indent, 'indent'))
  return writeJson(value, width).replace(/[<>&']/g, (character) => unsafe[character] ?? character)
})
