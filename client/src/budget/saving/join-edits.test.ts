import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { joinEdits } from './join-edits.ts'

const set = (lineId: string, fields: object): Edit => ({ kind: 'setLine', lineId, fields })
const add = (lineId: string, afterLineId: string | null): Edit => ({
  kind: 'addLine',
  lineId,
  afterLineId,
  fields: { keyId: 'key-1' },
})

describe('joinEdits', () => {
  it('says once what concerns one line', () => {
    expect(
      joinEdits([
        set('a', { note: 'x', amount: ore(1) }),
        set('b', { note: 'y' }),
        set('a', { amount: ore(2) }),
      ]),
    ).toEqual([
      set('a', { note: 'x', amount: ore(2), amountFormula: null }),
      set('b', { note: 'y' }),
    ])
  })

  it('makes what is set in a new line part of it', () => {
    const joined = joinEdits([add('a', null), set('a', { note: 'x', keyId: 'key-2' })])
    expect(joined).toMatchObject([{ kind: 'addLine', fields: { note: 'x', keyId: 'key-2' } }])
  })

  it('keeps the choice of a new key behind the key', () => {
    const { version, ...key } = readSheet(sheetAnswer).keys['key-1']!
    const edits: readonly Edit[] = [
      set('a', { note: 'x' }),
      { kind: 'addKey', keyId: 'k', key },
      set('a', { keyId: 'k' }),
    ]
    expect(joinEdits(edits)).toEqual(edits)
    expect(version).toBe(3)
  })

  it('joins nothing across a removal', () => {
    const edits: readonly Edit[] = [
      set('a', { note: 'x' }),
      { kind: 'removeLine', lineId: 'a' },
      set('a', { note: 'y' }),
    ]
    expect(joinEdits(edits)).toEqual(edits)
  })

  it.each([['line-33'], [null]])(
    'lets no new line wait for another one that it stands after, after %s',
    (anchor) => {
      const sheet = readSheet(sheetAnswer)
      const edits = [add('a', anchor), add('b', 'a'), add('c', 'b'), add('d', 'a')]
      const joined = joinEdits(edits)
      expect(joined.map((edit) => 'afterLineId' in edit && edit.afterLineId)).toEqual(
        edits.map(() => anchor),
      )
      const order = (made: readonly Edit[]) => applyEdits(sheet, made).lines.map(({ id }) => id)
      expect(order(joined)).toEqual(order(edits))
    },
  )
})
