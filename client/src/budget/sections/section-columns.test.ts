import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { shareColumn } from '../columns/column-code.ts'
import { viewSheet } from '../figures/sheet-view.ts'
import { applyEdits } from '../sheet/apply-edit.ts'
import type { Edit, LineFields } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { withSections } from './section-columns.ts'
import { sectionRow } from './section-rows.ts'
import { sectionViews } from './section-view.ts'

const loaded = readSheet(sheetAnswer)
const set = (lineId: string, fields: LineFields): Edit => ({ kind: 'setLine', lineId, fields })
const codes = ['2303', '2305', '2380']

/** A column of the sheet with its headers; sentences are their names. */
function open(edits: readonly Edit[], folded: readonly string[] = []) {
  const view = viewSheet(applyEdits(loaded, edits))
  const section = sectionViews(
    () => view.sheet.lines,
    () => view.figures,
  )
  return (id: string, more = {}) =>
    withSections(
      {
        id,
        heading: id,
        align: 'end',
        width: 1,
        cell: (row) => ({ text: `own ${row}`, editable: true }),
        content: () => ({ kind: 'empty' }),
        editor: () => ({ kind: 'line', text: '' }),
        ...more,
      },
      {
        voice: { language: 'sv', t: (key) => key, counted: (key, n) => `${key} ${n}` },
        view: () => view,
        mayMove: () => true,
        section,
        isFolded: (row) => folded.includes(row),
      },
    )
}

const inSection = [
  set('line-33', { section: 'Personal', amount: null, monthlyCost: ore(33_333_33) }),
  set('line-rent', { section: 'Lokaler', amount: ore(100_00) }),
]

describe('the header of a section', () => {
  it('has sums that add up to those of the sheet, to the öre', () => {
    const column = open(inSection)
    const { figures } = viewSheet(applyEdits(loaded, inSection))
    const exact = (id: string, name: string): number => {
      const content = column(id).content(sectionRow(name))
      return content.kind === 'number' ? Math.round(Number(content.exact) * 100) : NaN
    }
    const sum = (id: string): number => exact(id, 'Personal') + exact(id, 'Lokaler')
    expect(sum('amount')).toBe(figures.total)
    expect(codes.map((code) => sum(shareColumn(code)))).toEqual([...figures.totals])
    expect(column('amount').cell(sectionRow('Lokaler')).text).toBe('100,00')
    expect(column('difference').cell(sectionRow('Lokaler')).text).toBe('0,00')
  })

  it('names the section, and says how many lines are below it or hidden', () => {
    const name = (...folded: string[]) =>
      open(inSection.slice(0, 1), folded)('description', { namesRow: true })
    expect(name().cell(sectionRow('Personal'))).toMatchObject({
      text: 'Personal',
      aside: 'sections.lines 1',
      fold: 'open',
    })
    expect(name(sectionRow('')).cell(sectionRow(''))).toMatchObject({
      text: 'sections.none',
      aside: 'sections.hidden 1',
      fold: 'closed',
    })
    expect(name().content(sectionRow(''))).toEqual({ kind: 'text', text: 'sections.none' })
  })

  it('takes nothing that is typed, and leaves the lines as they are', () => {
    const amount = open(inSection)('amount')
    expect(amount.editor(sectionRow('Personal'))).toBeUndefined()
    expect(amount.editor('line-rent')).toBeDefined()
    expect(amount.cell('line-rent')).toEqual({ text: 'own line-rent', editable: true })
    const months = open(inSection)('months')
    expect(months.cell(sectionRow('Personal'))).toMatchObject({ text: '', editable: false })
    expect(months.content(sectionRow('Personal'))).toEqual({ kind: 'empty' })
  })

  it('can be taken hold of, as lines can and fixed rows cannot', () => {
    const number = open(inSection)('number', { numbersRows: true })
    const rows = [sectionRow('Personal'), 'line-rent', 'sum']
    expect(rows.map((row) => number.cell(row).grip)).toEqual([true, true, false])
  })
})
