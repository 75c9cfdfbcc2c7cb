import { describe, expect, it } from 'vitest'
import type { CellContent, CellPlace } from '../cell.ts'
import { Layout } from '../layout.ts'
import { copyCells } from './copy.ts'
import { readTsv } from './tsv.ts'
import { writeHtml } from './write-html.ts'

const layout = new Layout(['top'], ['a', 'b'], [], ['x', 'y', 'z'])
const number = (exact: string, unit?: 'percent'): CellContent => ({
  kind: 'number',
  exact,
  ...(unit && { unit }),
})
const named = ({ row, column }: CellPlace): CellContent => ({
  kind: 'text',
  text: row + column,
})
const rect = (top: number, left: number, bottom = top, right = left) => ({
  top,
  left,
  bottom,
  right,
})
const copied = (ranges: Parameters<typeof copyCells>[0], content = named) => {
  const cells = copyCells(ranges, { layout, language: 'sv', content })
  if (typeof cells === 'string') throw new Error(cells)
  return cells
}

describe('copyCells', () => {
  it('writes numbers bare: hyphen, decimal mark, no groups, no unit but per cent', () => {
    const contents: Record<string, CellContent> = {
      a: number('-1234567.05'),
      b: number('4.2', 'percent'),
      top: { kind: 'empty' },
    }
    const { text } = copied([rect(0, 0, 2, 0)], ({ row }) => contents[row]!)
    expect(text).toBe('\r\n-1234567,05\r\n4,2%\r\n')
  })

  it('tells which cells they are, row by row', () => {
    expect(copied([rect(1, 1, 2, 2)]).places).toEqual([
      [
        { row: 'a', column: 'y' },
        { row: 'a', column: 'z' },
      ],
      [
        { row: 'b', column: 'y' },
        { row: 'b', column: 'z' },
      ],
    ])
  })

  it.each([
    ['the same rows', [rect(0, 2, 1, 2), rect(0, 0, 1, 0)], 'topx\ttopz\r\nax\taz\r\n'],
    ['the same columns', [rect(2, 0, 2, 1), rect(0, 0, 0, 1)], 'topx\ttopy\r\nbx\tby\r\n'],
    [
      'every crossing',
      [rect(0, 0), rect(0, 2), rect(2, 0), rect(2, 2)],
      'topx\ttopz\r\nbx\tbz\r\n',
    ],
    ['overlapping', [rect(0, 0, 1, 0), rect(1, 0, 2, 0)], 'topx\r\nax\r\nbx\r\n'],
  ])('puts several ranges with %s together', (_name, ranges, text) => {
    expect(copied(ranges).text).toBe(text)
  })

  it('refuses ranges that make no table', () => {
    const options = { layout, language: 'sv', content: named } as const
    expect(copyCells([rect(0, 0), rect(1, 1)], options)).toBe('RANGES_DO_NOT_MATCH')
  })
})

describe('writeHtml', () => {
  const body = (content: CellContent) => /<td.*<\/td>/s.exec(writeHtml([[content]], 'sv'))![0]

  it('tells Excel and LibreOffice the exact number', () => {
    expect(body(number('-35.01'))).toBe(
      '<td align="right" x:num="-35.01" sdval="-35.01" sdnum="1033;">-35,01</td>',
    )
    expect(body(number('4.20', 'percent'))).toBe(
      `<td align="right" style="mso-number-format:'0\\.00%'" x:num="0.042" sdval="0.042" sdnum="1033;1033;0.00%">4,20%</td>`,
    )
    expect(body(number('4', 'percent'))).toContain(`mso-number-format:'0%'`)
  })

  it('escapes text, keeps its breaks and blanks, and says that it is text', () => {
    const html = body({ kind: 'text', text: ' <b>"A" & B</b>\nrad  två ' })
    expect(html).toBe(
      `<td style="mso-number-format:'\\@'" sdnum="1033;0;@">&nbsp;&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;<br>rad&nbsp; två&nbsp;</td>`,
    )
  })

  it('has a row for each row and a cell for each cell', () => {
    const empty: CellContent = { kind: 'empty' }
    expect(writeHtml([[empty, empty], [empty]], 'sv')).toContain(
      '<table><tr><td></td><td></td></tr><tr><td></td></tr></table>',
    )
  })
})

it('is read back as it was copied', () => {
  const text = 'två\nrader\toch "citat"'
  const cells = copied([rect(0, 0, 0, 1)], ({ column }) =>
    column === 'x' ? { kind: 'text', text } : number('33.3'),
  )
  expect(readTsv(cells.text)).toEqual([[text, '33,3']])
})
