import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { reverse } from './reverse.ts'

const [post, rent] = sheetAnswer.lines
const line = (id: string, section: string) => ({ ...rent!, id, section, description: id })
/** Two sections after two lines without. */
const sheet = readSheet({
  ...sheetAnswer,
  lines: [post!, rent!, line('a1', 'A'), line('a2', 'A'), line('b1', 'B'), line('b2', 'B')],
})
const set = (lineId: string, fields: object): Edit => ({ kind: 'setLine', lineId, fields })
const takesBack = () => 'taken back'

/** Makes a step, takes it back, and does it again. */
function there(edits: readonly Edit[], from: Sheet = sheet) {
  const after = applyEdits(from, edits)
  const flips = reverse(from, edits, { takesBack })
  const back = flips.map(({ edit }) => edit)
  const again = reverse(after, back, { takesBack }).map(({ edit }) => edit)
  const undone = applyEdits(after, back)
  return { after, flips, undone, redone: applyEdits(undone, again) }
}

describe('reverse', () => {
  const steps: readonly (readonly [string, readonly Edit[]])[] = [
    ['a typed cell', [set('line-rent', { amount: ore(7_00) })]],
    ['a formula', [set('line-rent', { amount: ore(7_00), amountFormula: '=3+4' })]],
    ['a line that becomes a position', [set('line-rent', { monthlyCost: ore(5_00) })]],
    ['cells of several lines', [set('a1', { note: 'x' }), set('b1', { note: 'y' })]],
    ['a removed line', [{ kind: 'removeLine', lineId: 'a1' }]],
    [
      'lines that were removed one by one',
      ['a1', 'a2', 'line-33'].map((lineId) => ({ kind: 'removeLine', lineId })),
    ],
    ['a moved line', [{ kind: 'moveLine', lineId: 'line-rent', afterLineId: null }]],
    ['a moved section', [{ kind: 'moveLine', lineId: 'b1', afterLineId: 'line-rent' }]],
    ['a changed section', [set('b1', { section: 'A' })]],
    ['a new section for the last line of one', [set('a1', { section: 'C' })]],
    ['a changed key', [{ kind: 'setKey', keyId: 'key-1', key: { ...draft(), name: 'Ny' } }]],
    ['a removed key', [{ kind: 'removeKey', keyId: 'key-1' }]],
  ]

  it.each(steps)('takes %s back, and does it again', (_name, edits) => {
    const { after, undone, redone } = there(edits)
    expect(undone.lines).toEqual(sheet.lines)
    expect(names(undone)).toEqual(names(sheet))
    expect(redone.lines).toEqual(after.lines)
    expect(names(redone)).toEqual(names(after))
  })

  it('knows what the step left behind', () => {
    const { flips } = there([set('line-rent', { amount: ore(7_00), amountFormula: '=3+4' })])
    expect(flips).toEqual([
      {
        edit: set('line-rent', { amount: 120_000_00, amountFormula: null }),
        expects: { amount: '700', amountFormula: '"=3+4"' },
      },
    ])
  })

  it('brings an added line back as it was removed', () => {
    const add: Edit = {
      kind: 'addLine',
      lineId: 'new',
      afterLineId: 'a1',
      fields: { keyId: 'key-1', note: 'x' },
    }
    const { after, undone, redone } = there([add])
    expect(undone.lines).toEqual(sheet.lines)
    expect(redone.lines).toEqual(after.lines)
  })

  it('sets a population figure back as a revision that says so', () => {
    const edit: Edit = {
      kind: 'setPopulation',
      code: '2303',
      on: '2021-12-31',
      inhabitants: 1,
      source: 'x',
      note: null,
    }
    const { flips } = there([edit])
    expect(flips).toEqual([
      {
        edit: { ...edit, inhabitants: 5210, source: 'SCB', note: 'taken back' },
        expects: { inhabitants: '1' },
      },
    ])
    expect(there([{ ...edit, on: '2020-12-31' }]).flips).toEqual([])
  })

  it('has nothing to say of what was gone', () => {
    expect(there([set('gone', { note: 'x' }), { kind: 'removeKey', keyId: 'gone' }]).flips).toEqual(
      [],
    )
  })
})

function draft() {
  const { name, note, bases, rounding } = sheet.keys['key-1']!
  return { name, note, bases, rounding }
}

function names({ keys }: Sheet) {
  return Object.values(keys).map(({ name }) => name)
}
