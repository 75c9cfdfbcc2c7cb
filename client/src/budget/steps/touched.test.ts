import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { feasible } from './feasible.ts'
import { reverse } from './reverse.ts'
import { touchedBy, withoutTouched } from './touched.ts'

const sheet = readSheet(sheetAnswer)
const set = (lineId: string, fields: object): Edit => ({ kind: 'setLine', lineId, fields })
const add: Edit = {
  kind: 'addLine',
  lineId: 'new',
  afterLineId: null,
  fields: { keyId: 'key-1', note: 'x' },
}

/** What of a step is touched by what is done after it. */
function after(step: readonly Edit[], since: readonly Edit[]) {
  const flips = reverse(sheet, step, { takesBack: () => '' })
  const now = applyEdits(applyEdits(sheet, step), since)
  const touched = touchedBy(now, flips)
  return { touched, left: withoutTouched(flips, touched).map(({ edit }) => edit), flips, now }
}

describe('touchedBy', () => {
  it('finds a cell that was changed since, and leaves the others', () => {
    const step = [set('line-rent', { amount: ore(1), note: 'x' }), set('line-33', { note: 'y' })]
    const { touched, left } = after(step, [set('line-rent', { amount: ore(2) })])
    expect(touched).toMatchObject([
      {
        part: 'amount',
        gone: false,
        left: { amount: 1 },
        now: { amount: 2 },
        next: { amount: 120_000_00 },
      },
    ])
    expect(left).toEqual([set('line-rent', { note: '' }), set('line-33', { note: '' })])
  })

  it('takes a value whose formula was changed for touched, once', () => {
    const { touched, left } = after(
      [set('line-rent', { amount: ore(100), amountFormula: '=1' })],
      [set('line-rent', { amount: ore(100), amountFormula: '=2-1' })],
    )
    expect(touched).toMatchObject([{ part: 'amount' }])
    expect(left).toEqual([])
  })

  it('is content with what already is as wanted', () => {
    const step = [set('line-rent', { amount: ore(1) })]
    expect(after(step, [set('line-rent', { amount: ore(120_000_00) })]).touched).toEqual([])
  })

  it('tells of a line that is gone', () => {
    const { touched, flips, now } = after(
      [set('line-rent', { note: 'x' })],
      [{ kind: 'removeLine', lineId: 'line-rent' }],
    )
    expect(touched).toMatchObject([{ part: 'note', gone: true, now: {} }])
    expect(feasible(now, [flips[0]!.edit])).toEqual([])
  })

  it('tells of a new line in which something was typed, but not of one that is gone already', () => {
    const typed = after([add], [set('new', { description: 'Hyra' })]).touched
    expect(typed).toMatchObject([
      { part: 'removeLine', left: { description: '' }, now: { description: 'Hyra' } },
    ])
    const removed = after([add], [{ kind: 'removeLine', lineId: 'new' }])
    expect(removed.touched).toEqual([])
    expect(feasible(removed.now, [removed.flips[0]!.edit])).toEqual([])
  })

  it('tells of a line that was moved on, or cannot go back', () => {
    const move: Edit = { kind: 'moveLine', lineId: 'line-rent', afterLineId: null }
    expect(after([move], [add]).touched).toEqual([])
    const back: Edit = { ...move, afterLineId: 'line-33' }
    expect(after([move], [back]).touched).toEqual([])
    const between: Edit = { ...add, afterLineId: 'line-33' }
    expect(after([move], [between, { ...move, afterLineId: 'new' }]).touched).toMatchObject([
      { part: 'moveLine', left: { place: null }, now: { place: 'new' }, gone: false },
    ])
    const removal: Edit = { kind: 'removeLine', lineId: 'line-33' }
    expect(after([move], [removal]).touched).toMatchObject([{ gone: true }])
  })

  it('tells of a population figure and of a key', () => {
    const figure: Edit = {
      kind: 'setPopulation',
      code: '2303',
      on: '2021-12-31',
      inhabitants: 1,
      source: 'x',
      note: null,
    }
    expect(after([figure], [{ ...figure, inhabitants: 2 }]).touched).toMatchObject([
      { left: { inhabitants: 1 }, now: { inhabitants: 2 }, next: { inhabitants: 5210 } },
    ])
    const { name, note, bases, rounding } = sheet.keys['key-1']!
    const key = { name, note, bases, rounding }
    const rename = (to: string): Edit => ({
      kind: 'setKey',
      keyId: 'key-1',
      key: { ...key, name: to },
    })
    expect(after([rename('A')], [rename('B')]).touched).toMatchObject([{ part: 'setKey' }])
    expect(after([rename('A')], []).touched).toEqual([])
  })
})

describe('feasible', () => {
  it('puts a line last that was to stand after one that is gone, unless that comes back too', () => {
    const line = sheet.lines[0]!
    const restore = (lineId: string, afterLineId: string): Edit => ({
      kind: 'restoreLine',
      lineId,
      line: { ...line, id: lineId },
      afterLineId,
    })
    const edits = [restore('a', 'line-33'), restore('b', 'a'), restore('c', 'gone')]
    expect(feasible(sheet, edits)).toEqual([edits[0], edits[1], restore('c', 'line-rent')])
    expect(feasible(sheet, [{ ...add, afterLineId: 'gone' }])).toEqual([add])
  })
})
