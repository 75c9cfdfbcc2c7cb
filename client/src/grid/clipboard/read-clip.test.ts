import { describe, expect, it } from 'vitest'
import type { HtmlCell, HtmlTable } from './html-table.ts'
import { readClip } from './read-clip.ts'

const cell = (text: string, sdval?: string): HtmlCell => ({
  pieces: [{ kind: 'text', text }],
  columns: 1,
  rows: 1,
  sdval,
})
const table: HtmlTable = [[cell('Lokaler'), cell('12 600', '12600.49')]]

describe('readClip', () => {
  it('takes the text, and exact numbers from the table', () => {
    expect(readClip({ text: 'Lokaler\t12 600\r\n', table }, 'sv')).toEqual([
      ['Lokaler', '12600,49'],
    ])
  })

  it('takes the text alone when the table has another shape', () => {
    expect(readClip({ text: 'Lokaler\t12 600\r\na\tb', table }, 'sv')).toEqual([
      ['Lokaler', '12 600'],
      ['a', 'b'],
    ])
    expect(readClip({ text: '12 600', table }, 'sv')).toEqual([['12 600']])
  })

  it('takes the text of the text, whatever the table shows', () => {
    expect(readClip({ text: 'Två\trader', table }, 'sv')).toEqual([['Två', 'rader']])
  })

  it('takes the table when there is no text, and nothing when there is neither', () => {
    expect(readClip({ text: '', table }, 'en')).toEqual([['Lokaler', '12600,49']])
    expect(readClip({ text: '' }, 'sv')).toEqual([])
    expect(readClip({ text: 'a' }, 'sv')).toEqual([['a']])
  })
})
