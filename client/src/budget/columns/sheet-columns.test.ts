import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { viewSheet } from '../figures/sheet-view.ts'
import type { Held } from '../saving/outbox.ts'
import { applyEdits } from '../sheet/apply-edit.ts'
import type { Edit, LineFields } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { ColumnContext } from './context.ts'
import { shareColumn } from './column-code.ts'
import { sheetColumns } from './sheet-columns.ts'

const loaded = readSheet(sheetAnswer)
const set = (lineId: string, fields: LineFields): Edit => ({ kind: 'setLine', lineId, fields })

/** The sheet after some edits; sentences are their names, so that only figures and choices are looked at. */
function open(edits: readonly Edit[] = [], held: readonly Held[] = [], state = loaded.state) {
  const view = viewSheet({ ...applyEdits(loaded, edits), state })
  const saved = viewSheet(loaded)
  const context: ColumnContext = {
    voice: {
      language: 'sv',
      t: (key) => key,
      moment: (at) => at,
      date: (on) => on,
      percent: (percent) => `${percent}%`,
    },
    view: () => view,
    saved: () => saved,
    held: (id) => held.find((one) => one.id === id),
    explained: () => undefined,
    mayEdit: () => state !== 'LOCKED',
  }
  const columns = sheetColumns(
    {
      participants: view.figures.codes,
      names: loaded.names,
      details: true,
      difference: true,
      narrow: false,
      widths: { monthlyCost: 1, amount: 1, share: 1 },
    },
    context,
    { keys: () => [], keyActions: () => [] },
  )
  const column = (id: string) => columns.find((one) => one.id === id)!
  return {
    headings: columns.map(({ heading }) => heading),
    cell: (row: string, id: string) => column(id).cell(row),
    text: (row: string, id: string) => column(id).cell(row).text.replace(/\s/g, ' '),
    content: (row: string, id: string) => column(id).content(row),
    editor: (row: string, id: string) => column(id).editor(row),
  }
}

const ragunda = shareColumn('2303')
const ostersund = shareColumn('2380')

describe('the columns of the sheet', () => {
  it('end with a column for each participant, headed by its name', () => {
    expect(open().headings.slice(-3)).toEqual(['Ragunda', 'Bräcke', 'Östersund'])
  })

  it('add the shares up to what they are, also when each was rounded alone', () => {
    const thirds = { kind: 'EQUAL', percent: 100 } as const
    const rounding = { amountStep: 'ORE', residualRule: 'EACH_ALONE' } as const
    const withKey = (shareStep: 'NONE' | 'ONE' | 'TENTH') => {
      const keyId = loaded.defaultKeyId
      const key = { name: 'Lika', note: '', bases: [thirds], rounding: { ...rounding, shareStep } }
      return open([{ kind: 'setKey', keyId, key }]).text('share', 'amount')
    }
    expect(withKey('TENTH')).toBe('99.9%')
    expect(withKey('ONE')).toBe('99%')
    expect(withKey('NONE')).toBe('100%')
  })

  it('calculate the amount of a position and let nobody type it', () => {
    const sheet = open()
    expect(sheet.text('line-33', 'amount')).toBe('300 000')
    expect(sheet.cell('line-33', 'amount')).toMatchObject({ look: 'result', editable: false })
    expect(sheet.editor('line-33', 'amount')).toBeUndefined()
    expect(sheet.editor('line-rent', 'amount')).toEqual({
      kind: 'line',
      text: '120000',
      figures: true,
    })
  })

  it('show an empty factor of a position as it counts, and nothing in other lines', () => {
    const sheet = open([set('line-33', { workload: null, months: null })])
    expect(sheet.cell('line-33', 'workload')).toMatchObject({ text: '0,0', look: 'quiet' })
    expect(sheet.cell('line-33', 'months')).toMatchObject({ text: '0', look: 'quiet' })
    expect(sheet.text('line-33', 'amount')).toBe('0')
    expect(sheet.text('line-rent', 'months')).toBe('')
  })

  it('take a revenue off, and say that it is one', () => {
    const sheet = open([set('line-rent', { kind: 'REVENUE' })])
    expect(sheet.text('line-rent', 'amount')).toBe('−120 000')
    expect(sheet.cell('line-rent', 'description').tag).toBe('budget.kind.REVENUE')
    expect(sheet.editor('line-rent', 'amount')).toMatchObject({ text: '-120000' })
    expect(sheet.text('sum', 'amount')).toBe('180 000')
  })

  it('tell nothing, no party and cannot be calculated apart', () => {
    const sheet = open([
      set('line-rent', { amount: ore(0), excluded: ['2303'] }),
      set('line-33', { months: 130 }),
    ])
    expect(sheet.text('line-rent', ostersund)).toBe('0')
    expect(sheet.cell('line-rent', ragunda)).toMatchObject({
      text: 'budget.cell.notPartOf',
      look: 'share absent',
    })
    expect(sheet.cell('line-33', ragunda)).toMatchObject({
      text: 'budget.cell.fault',
      title: 'faults.BAD_MONTHS',
    })
  })

  it('show what has changed since it was saved, for each and in all', () => {
    const sheet = open([set('line-rent', { amount: ore(130_000_00) })])
    expect(sheet.text('change', 'amount')).toBe('+10 000')
    expect(sheet.text('change', ostersund)).toBe('+8 500')
    expect(open().text('change', ostersund)).toBe('±0')
  })

  it('write öre everywhere as soon as one figure has some', () => {
    expect(open([set('line-rent', { amount: ore(50) })]).text('line-33', 'amount')).toBe(
      '300 000,00',
    )
  })

  it('keep a text that does not count in its cell, with the reason', () => {
    const held: Held = {
      id: 'line-rent amount',
      text: 'abc',
      objection: {
        kind: 'unreadable',
        code: 'BAD_NUMBER',
        details: { text: 'abc', reason: 'NO_NUMBER' },
      },
    }
    const sheet = open([], [held])
    expect(sheet.cell('line-rent', 'amount')).toMatchObject({
      text: 'abc',
      mark: 'error',
      title: 'budget.number.NO_NUMBER',
    })
    expect(sheet.editor('line-rent', 'amount')).toMatchObject({ text: 'abc' })
    expect(sheet.content('line-rent', 'amount')).toEqual({ kind: 'text', text: 'abc' })
    expect(sheet.text('sum', 'amount')).toBe('420 000')
  })

  it('have nothing to type in when the budget is locked', () => {
    const sheet = open([], [], 'LOCKED')
    expect(sheet.editor('line-rent', 'description')).toBeUndefined()
    expect(sheet.editor('population', ragunda)).toBeUndefined()
    expect(sheet.cell('line-rent', 'description').editable).toBe(false)
  })

  it('let a participant’s inhabitants be corrected, and mark what is no published figure', () => {
    const corrected: Edit = {
      kind: 'setPopulation',
      code: '2303',
      on: '2021-12-31',
      inhabitants: 5300,
      source: 'Kommunen',
      note: null,
    }
    const sheet = open([corrected])
    expect(sheet.cell('population', ragunda)).toMatchObject({ text: '5\u00a0300', mark: 'remark' })
    expect(sheet.cell('population', ostersund).mark).toBeUndefined()
    expect(sheet.editor('population', ragunda)).toMatchObject({ text: '5300' })
    expect(sheet.text('population', 'amount')).toBe('75 799')
  })
})
