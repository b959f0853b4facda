import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { variables } from '../../src/settings/variables.ts'
import { complete, read } from './read.ts'

const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
const assignments = [...example.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
  name,
  value,
}))

test('.env.example names every variable that we read, once, and no other', () => {
  expect(assignments.map(({ name }) => name).toSorted()).toEqual(Object.keys(variables.shape).toSorted())
})

test('.env.example shows the defaults', () => {
  const shown = assignments.filter(({ value }) => value !== '')
  const environment = Object.fromEntries(shown.map(({ name, value }) => [name, value]))
  const { template, storage, ...settings } = read({ ...environment, ...complete })
  const { template: _, storage: stored, ...defaults } = read(complete)
  expect(settings).toEqual(defaults)
  // Each is in a folder of its own.
  expect({ ...storage, dataFolder: '' }).toEqual({ ...stored, dataFolder: '' })
})

test('.env.example, as it is, starts the set-up', () => {
  expect(read({}, { '.env': example }).github).toBeNull()
})
