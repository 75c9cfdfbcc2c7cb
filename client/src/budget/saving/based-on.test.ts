import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { basedOn, carryForward } from './based-on.ts'

const seen = readSheet(sheetAnswer)
const edit: Edit = { kind: 'setLine', lineId: 'line-rent', fields: { amount: ore(1) } }
const before = basedOn(seen, edit)
const after = (fields: object) => readSheet(withLineAnswer(sheetAnswer, 'line-rent', fields))

describe('carryForward', () => {
  it('starts from the version that was seen', () => {
    expect(before.version).toBe(4)
  })

  it('follows a change of another field', () => {
    expect(carryForward(before, after({ note: 'x' }), edit, []).version).toBe(5)
  })

  it('stays where it was when somebody has changed the field, so that the server tells', () => {
    expect(carryForward(before, after({ typedAmount: '5.00' }), edit, [])).toBe(before)
  })

  it('follows a change of its own', () => {
    const own: Edit = { kind: 'setLine', lineId: 'line-rent', fields: { amount: ore(500) } }
    const now = after({ typedAmount: '5.00' })
    expect(carryForward(before, now, edit, [own]).version).toBe(5)
  })

  it('takes a removal for stale when any field was changed', () => {
    const removal: Edit = { kind: 'removeLine', lineId: 'line-rent' }
    const based = basedOn(seen, removal)
    expect(carryForward(based, after({ note: 'x' }), removal, [])).toBe(based)
    expect(carryForward(based, readSheet(sheetAnswer), removal, [])).toEqual(based)
  })

  it('lets a move follow every change of the line', () => {
    const move: Edit = { kind: 'moveLine', lineId: 'line-rent', afterLineId: null }
    expect(carryForward(basedOn(seen, move), after({ note: 'x' }), move, []).version).toBe(5)
  })

  it('knows a key again, in whatever order it is written', () => {
    const { version, name, note, bases, rounding } = seen.keys['key-1']!
    const setKey: Edit = {
      kind: 'setKey',
      keyId: 'key-1',
      key: { rounding, note, name: 'A', bases },
    }
    const renamed = { ...sheetAnswer.keys[0]!, name: 'A', version: version + 1 }
    const now = readSheet({ ...sheetAnswer, keys: [renamed] })
    const based = basedOn(seen, { ...setKey, key: { name, note, bases, rounding } })
    expect(carryForward(based, now, setKey, [setKey]).version).toBe(version + 1)
  })
})
