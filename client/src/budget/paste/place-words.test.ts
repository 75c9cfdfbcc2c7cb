import { describe, expect, it } from 'vitest'
import { viewSheet } from '../figures/sheet-view.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import { placeWords } from './place-words.ts'

const view = viewSheet(readSheet(sheetAnswer))
const t = (key: string, named: object = {}) => [key, ...Object.values(named)].join(' ')
const said = (row: string, column = 'amount') =>
  placeWords({ row, column }, { before: view, after: view }, { t } as unknown as SheetVoice)

describe('placeWords', () => {
  it('numbers and names a line', () => {
    const { line, cell } = said('line-33')
    expect(line).toMatch(/^budget.row.unnamed \d+: ./)
    expect(cell).toBe(`budget.held.place ${line} budget.column.amount`)
  })

  it.each([
    ['sum', 'budget.shortRow.sum'],
    ['share', 'budget.shortRow.share'],
    ['population', 'budget.shortRow.population'],
    ['section Lokaler', 'Lokaler'],
    ['section ', 'sections.none'],
    ['new row 3', 'paste.newLine'],
  ])('gives no number to what is no line: %s', (row, words) => {
    expect(said(row).line).toBe(words)
  })

  it('names participants', () => {
    expect(said('sum', 'share 2303').column).toBe('Ragunda')
  })
})
