import { randomInt } from 'node:crypto'

const manners = [
  'amber',
  'brisk',
  'candid',
  'dapper',
  'eager',
  'frosty',
  'gentle',
  'humble',
  'lucid',
  'mellow',
]
const animals = ['badger', 'curlew', 'dingo', 'egret', 'falcon', 'gecko', 'heron', 'ibex', 'lemur', 'otter']

/** A name such as `brisk-otter`, as runs get one that were given none. */
export function createRunName(): string {
  return `${manners[randomInt(manners.length)]}-${animals[randomInt(animals.length)]}`
}
