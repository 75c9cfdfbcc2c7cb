import { expect, it } from 'vitest'
import { memoryStorage } from '../grid/arrange/memory-storage.ts'
import { mappingMemory } from './mapping-memory.ts'

it('remembers what columns hold by the headings of their file', () => {
  const storage = memoryStorage()
  const columns = [{ column: 2, meaning: 'AMOUNT' as const }]
  mappingMemory(storage).remember('one', columns)
  mappingMemory(storage).remember('two', [])
  expect(mappingMemory(storage).recall('one')).toEqual(columns)
  expect(mappingMemory(storage).recall('three')).toBeUndefined()
})

it('passes over what is not of its form', () => {
  const storage = memoryStorage()
  for (const text of ['{', '{}', '[["one", 1]]', '[["one", [null]]]']) {
    storage.setItem('andel.intake.columns', text)
    expect(mappingMemory(storage).recall('one')).toBeUndefined()
  }
})
