import { getKey } from './dict.ts'
import { Slice } from './slice.ts'
import { Tuple } from './tuple.ts'
import { isDict, isList, type Value } from './value.ts'

/** `value[key]`: the item, wrapped; null when there is none, or the value has no items. */
export function getItem(value: Value, key: Value): { value: Value } | null {
  if (isDict(value)) return isList(key) || isDict(key) ? null : getKey(value, key)
  if (typeof value === 'string') return textItem(value, key)
  if (isList(value)) return listItem(value, key, (items) => items)
  if (value instanceof Tuple) return listItem(value.items, key, (items) => new Tuple(items))
  if (value === undefined || value === null || typeof value !== 'object') return null
  const item = value.item(key)
  return item === undefined ? null : { value: item }
}

function textItem(text: string, key: Value): { value: Value } | null {
  if (!(key instanceof Slice) && typeof key !== 'bigint') return null
  // Without pairs of surrogates, characters and UTF-16 units are the same.
  const characters = /[\ud800-\udbff]/.test(text) ? Array.from(text) : text
  if (key instanceof Slice) return { value: slicedText(characters, key) }
  const place = position(key, characters.length)
  return place === null ? null : { value: characters[place] }
}

function slicedText(characters: string | readonly string[], slice: Slice): string {
  const { start, stop, step } = slice.bounds(characters.length)
  if (step === 1 && typeof characters === 'string') return start < stop ? characters.slice(start, stop) : ''
  return slice
    .positions(characters.length)
    .map((place) => characters[place])
    .join('')
}

function listItem(
  items: readonly Value[],
  key: Value,
  wrap: (items: Value[]) => Value,
): { value: Value } | null {
  if (key instanceof Slice) return { value: wrap(key.positions(items.length).map((place) => items[place])) }
  if (typeof key !== 'bigint' && typeof key !== 'boolean') return null
  const place = position(BigInt(key), items.length)
  return place === null ? null : { value: items[place] }
}

/** A place counted from the start, or from the end when negative; null beyond either. */
export function position(index: bigint, length: number): number | null {
  const place = index < 0n ? index + BigInt(length) : index
  return place >= 0n && place < BigInt(length) ? Number(place) : null
}
