import { describe, expect, it } from 'vitest'
import { placeCells, textsOf, type HtmlCell, type HtmlPiece } from './html-table.ts'

const text = (said: string): HtmlPiece => ({ kind: 'text', text: said })
const lineBreak: HtmlPiece = { kind: 'break' }
const cell = (pieces: string | readonly HtmlPiece[], more: Partial<HtmlCell> = {}): HtmlCell => ({
  pieces: typeof pieces === 'string' ? [text(pieces)] : pieces,
  columns: 1,
  rows: 1,
  ...more,
})
const only = (one: HtmlCell) => placeCells([[one]])[0]![0]!

describe('the text of a cell', () => {
  it('has the blanks and line breaks of the source drawn together', () => {
    expect(only(cell('\n  Handläggare\n  familjehem \n')).text).toBe('Handläggare familjehem')
    expect(only(cell([text('a '), text(' b')])).text).toBe('a b')
  })

  it('has a line break for each <br>', () => {
    expect(only(cell([text('Avser \n'), lineBreak, text('\n  hela året')])).text).toBe(
      'Avser\nhela året',
    )
  })

  it('keeps the blanks that Excel marks, and those that do not break', () => {
    const blanks: HtmlPiece = { kind: 'blanks', text: '\u00a0  ' }
    expect(only(cell([text('a'), blanks, text('b')])).text).toBe('a   b')
    expect(only(cell('12\u00a0600')).text).toBe('12 600')
  })
})

describe('the number of a cell', () => {
  it.each([
    ['LibreOffice', { sdval: '-35.01' }, '-35.01'],
    ['Excel up to 2003', { xNum: '33.3' }, '33.3'],
    ['Excel, when the text is the number', { xNum: '' }, undefined],
    ['Sheets', { sheetsValue: '{"1":3,"3":12600.5}' }, '12600.5'],
    ['Sheets, with more behind it', { sheetsValue: '{"1":3,"3":-1.5E-7,"4":0}' }, '-1.5E-7'],
    ['a text of Sheets', { sheetsValue: '{"1":2,"2":"x"}' }, undefined],
    ['LibreOffice since 24.8', { sdval: '-35.01', sheetsValue: '{"1":3,"3":-35}' }, '-35.01'],
    ['nobody', {}, undefined],
  ])('is told by %s', (_name, attributes, number) => {
    expect(only(cell('x', attributes)).number).toBe(number)
  })
})

describe('the place of a cell', () => {
  it('leaves room for the cells that are merged into others', () => {
    const table = [
      [cell('wide', { columns: 2 }), cell('c')],
      [cell('tall', { rows: 2 }), cell('b'), cell('c')],
      [cell('b'), cell('c')],
    ]
    expect(textsOf(placeCells(table))).toEqual([
      ['wide', '', 'c'],
      ['tall', 'b', 'c'],
      ['', 'b', 'c'],
    ])
  })

  it('has no rows beyond the table, and no holes', () => {
    expect(textsOf(placeCells([[cell('tall', { rows: 9 })]]))).toEqual([['tall']])
    const table = [[cell('a'), cell('b'), cell('c', { rows: 2 })], [cell('d')]]
    expect(textsOf(placeCells(table))).toEqual([
      ['a', 'b', 'c'],
      ['d', '', ''],
    ])
  })
})
