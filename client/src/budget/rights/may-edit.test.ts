import { describe, expect, it, test } from 'vitest'
import { shareColumn } from '../columns/column-code.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { mayEdit, refusalAt, refusalOfEdit } from './may-edit.ts'

const own = [{ code: '2380' }]
const opened = withLineAnswer(sheetAnswer, 'line-rent', { openedTo: own })
const ofOfficer = readSheet({
  ...opened,
  rights: { editsAll: false, figuresOf: own, writesFor: own },
})
const ofAnalyst = readSheet({
  ...opened,
  rights: { editsAll: false, figuresOf: [], writesFor: [] },
})

describe('a finance officer', () => {
  test.each([
    ['population', shareColumn('2380'), undefined],
    ['population', shareColumn('2303'), 'figures'],
    ['line-rent', 'amount', undefined],
    ['line-rent', 'note', undefined],
    ['line-rent', 'keyId', 'coordinator'],
    ['line-rent', 'description', 'coordinator'],
    ['line-33', 'workload', 'notOpened'],
    ['line-33', shareColumn('2380'), undefined], // calculated, for everybody
    ['section Personal', 'description', 'coordinator'],
    ['new row 0', 'amount', 'notOpened'],
  ])('in %s, %s: %s', (row, column, refusal) => {
    expect(refusalAt(ofOfficer, { row, column })).toBe(refusal)
  })

  it('takes back what is theirs alone', () => {
    const set = (lineId: string, fields: object) =>
      refusalOfEdit(ofOfficer, { kind: 'setLine', lineId, fields })
    expect(set('line-rent', { amount: 1, amountFormula: null })).toBeUndefined()
    expect(set('line-rent', { amount: 1, openedTo: [] })).toBe('coordinator')
    expect(set('line-33', { note: 'Nej' })).toBe('notOpened')
    expect(refusalOfEdit(ofOfficer, { kind: 'removeLine', lineId: 'line-rent' })).toBe(
      'coordinator',
    )
  })
})

describe('whoever only reads', () => {
  it('changes nothing', () => {
    expect(refusalAt(ofAnalyst, { row: 'line-rent', column: 'amount' })).toBe('reads')
    expect(mayEdit(ofAnalyst, { row: 'population', column: shareColumn('2380') })).toBe(false)
  })
})

describe('the co-ordinator', () => {
  it('changes everything until the budget is locked', () => {
    const place = { row: 'line-33', column: 'keyId' }
    expect(mayEdit(readSheet(opened), place)).toBe(true)
    expect(refusalAt(readSheet({ ...opened, state: 'LOCKED' }), place)).toBe('locked')
  })
})
