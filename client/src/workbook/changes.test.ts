import { describe, expect, it } from 'vitest'
import { editsOf, isChosenAtFirst, type WorkbookChange } from './changes.ts'

const plain: WorkbookChange = {
  kind: 'CHANGED',
  sheet: 'Budget',
  cell: 'E8',
  description: 'Handläggare',
  lineId: 'one',
  municipality: null,
  on: null,
  field: 'workload',
  base: 600,
  current: 600,
  proposed: 700,
  formula: null,
  source: null,
  afterLineId: null,
  baseVersion: 1,
  currentVersion: 1,
  changedBy: null,
  changedById: null,
  changedAt: null,
  problem: null,
}
const change = (other: Partial<WorkbookChange>): WorkbookChange => ({ ...plain, ...other })

describe('edits of the differences of a workbook', () => {
  it('set the fields of a line together, with what was typed, based on the version that was exported', () => {
    const amount = change({ field: 'amount', proposed: '300000.00', formula: '=6*50000' })
    expect(editsOf([plain, amount], 'fil')).toEqual([
      {
        setLine: {
          lineId: 'one',
          version: 1,
          fields: { workload: 700, amount: '300000.00', amountFormula: '=6*50000' },
        },
      },
    ])
  })

  it('insist where somebody else was first, and that was seen', () => {
    const meanwhile = change({
      kind: 'CHANGED_MEANWHILE',
      field: 'months',
      proposed: '7.0',
      currentVersion: 3,
    })
    expect(editsOf([change({ currentVersion: 3 }), meanwhile], 'fil')).toEqual([
      { setLine: { lineId: 'one', version: 1, fields: { workload: 700 } } },
      { setLine: { lineId: 'one', version: 3, fields: { months: '7.0' } } },
    ])
  })

  it('put new lines in their order, and take lines away last', () => {
    const added = (description: string, afterLineId: string | null): WorkbookChange =>
      change({ kind: 'ADDED', lineId: null, field: null, afterLineId, proposed: { description } })
    const removed = change({ kind: 'REMOVED', lineId: 'two', field: null })
    const edits = editsOf(
      [removed, added('a', 'one'), added('b', 'one'), added('c', null), added('d', null)],
      'fil',
    )
    expect(
      edits.map((edit) => [edit.addLine?.fields.description, edit.addLine?.afterLineId]),
    ).toEqual([
      ['b', 'one'],
      ['a', 'one'],
      ['c', undefined],
      ['d', undefined],
      [undefined, undefined],
    ])
    expect(edits.at(-1)).toEqual({ removeLine: { lineId: 'two', version: 1 } })
  })

  it('set population figures with their own source, or that of the file', () => {
    const figure = change({
      lineId: null,
      municipality: { code: '2303', name: 'Ragunda' },
      on: '2021-12-31',
      field: 'inhabitants',
      proposed: 5211,
    })
    expect(
      editsOf([figure, { ...figure, source: 'SCB' }], 'fil').map((edit) => edit.setPopulation),
    ).toEqual([
      {
        municipalityCode: '2303',
        on: '2021-12-31',
        inhabitants: 5211,
        source: 'fil',
        basedOnRevision: 1,
      },
      {
        municipalityCode: '2303',
        on: '2021-12-31',
        inhabitants: 5211,
        source: 'SCB',
        basedOnRevision: 1,
      },
    ])
  })

  it('are not chosen beforehand where they take something away', () => {
    const kinds = ['CHANGED', 'ADDED', 'REMOVED', 'CHANGED_MEANWHILE', 'NOT_ALLOWED'] as const
    expect(kinds.map((kind) => isChosenAtFirst(change({ kind })))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
