import { shallowRef } from 'vue'
import { describe, expect, it } from 'vitest'
import { memoryStorage } from '../arrange/memory-storage.ts'
import { foldRows } from './fold-rows.ts'
import { foldStore } from './fold-store.ts'
import { useFolds } from './useFolds.ts'

const groups = [
  { header: 'A', lines: ['a1', 'a2'] },
  { header: 'B', lines: ['b1'] },
]
const rows = ['A', 'a1', 'a2', 'B', 'b1']

function open(storage = memoryStorage()) {
  const source = shallowRef(groups)
  const folds = useFolds({ groups: source, store: foldStore(storage, 'one') })
  return { folds, source, storage, shown: () => foldRows(rows, source.value, folds.folded.value) }
}

describe('folds', () => {
  it('hide the lines of a group and leave its header', () => {
    const { folds, shown } = open()
    folds.toggle('A')
    expect(shown()).toEqual(['A', 'B', 'b1'])
    folds.foldAll()
    expect(shown()).toEqual(['A', 'B'])
    folds.unfoldAll()
    expect(shown()).toEqual(rows)
  })

  it('are told while the lines are shown still', () => {
    const { folds, shown } = open()
    const told: unknown[] = []
    folds.onFold((headers) => told.push(headers, shown()))
    folds.fold('A')
    folds.foldAll()
    expect(told).toEqual([['A'], rows, ['B'], ['A', 'B', 'b1']])
  })

  it('give way to a line that must be seen', () => {
    const { folds, shown } = open()
    folds.foldAll()
    folds.show('A')
    expect(shown()).toEqual(['A', 'B'])
    folds.show('b1')
    expect(shown()).toEqual(['A', 'B', 'b1'])
  })

  it('outlive a visit, and leave no trace without any', () => {
    const { folds, storage } = open()
    folds.fold('B')
    expect(open(storage).shown()).toEqual(['A', 'a1', 'a2', 'B'])
    folds.unfold('B')
    expect(storage).toHaveLength(0)
  })

  it('follow a group to its other header, and forget one that is gone', () => {
    const { folds, source } = open()
    folds.foldAll()
    folds.rename('A', 'X')
    source.value = [{ header: 'X', lines: ['a1', 'a2'] }]
    expect([...folds.folded.value]).toEqual(['X'])
  })

  it('last for the visit where nothing can be kept', () => {
    const full = { ...memoryStorage(), getItem: () => null }
    full.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    const { folds, shown } = open(full as Storage)
    folds.fold('A')
    expect(shown()).toEqual(['A', 'B', 'b1'])
  })

  it('read nothing from what is none of theirs', () => {
    const storage = memoryStorage()
    storage.setItem('andel.folded one', '{"A":1}')
    expect(open(storage).shown()).toEqual(rows)
    storage.setItem('andel.folded one', '[')
    expect(open(storage).shown()).toEqual(rows)
  })
})
