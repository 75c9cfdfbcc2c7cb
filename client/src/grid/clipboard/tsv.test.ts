import { describe, expect, it } from 'vitest'
import { readTsv, writeTsv } from './tsv.ts'

describe('readTsv', () => {
  it.each([
    [
      'Excel: CRLF, and one at the end',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'Sheets: LF, and none at the end',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an old Mac: CR', 'a\rb\r', [['a'], ['b']]],
    ['a single cell', '12 600', [['12 600']]],
    ['a single empty cell of Excel', '\r\n', [['']]],
    ['nothing', '', [['']]],
    ['empty cells at the ends of a row', '\ta\t\n', [['', 'a', '']]],
    ['an empty row between two', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['two empty cells below one another', '\r\n\r\n', [[''], ['']]],
    ['rows of different lengths', 'a\tb\nc', [['a', 'b'], ['c']]],
  ])('takes %s', (_name, text, rows) => {
    expect(readTsv(text)).toEqual(rows)
  })

  it('takes quoted cells with line breaks, tabs and doubled quotes', () => {
    expect(readTsv('"två\nrader"\t"en\tflik"\r\n"säg ""hej""\r\ndå"\tx\r\n')).toEqual([
      ['två\nrader', 'en\tflik'],
      ['säg "hej"\ndå', 'x'],
    ])
    expect(readTsv('"a""b"')).toEqual([['a"b']])
    expect(readTsv('"x\ny"')).toEqual([['x\ny']])
  })

  it.each(['"', '5" rör', '"Rad 1"', '"hej', 'hej"', '"a" b'])('leaves %s as it is', (text) => {
    expect(readTsv(`${text}\tx\n1\t2`)).toEqual([
      [text, 'x'],
      ['1', '2'],
    ])
  })
})

describe('writeTsv', () => {
  it('ends every row with CRLF and quotes what has a break or a tab', () => {
    const rows = [
      ['a', '1'],
      ['två\nrader', 'en\tflik'],
      ['5" rör', 'säg "hej"\ndå'],
    ]
    const text = 'a\t1\r\n"två\nrader"\t"en\tflik"\r\n5" rör\t"säg ""hej""\ndå"\r\n'
    expect(writeTsv(rows)).toBe(text)
  })

  it('is read back as it was written', () => {
    const rows = [
      ['"hej"', '"', '"a""b"', ''],
      ['x\r', '', '"a\tb"', '\n'],
      ['', '', '', ''],
    ]
    const read = readTsv(writeTsv(rows))
    expect(read).toEqual(rows.map((row) => row.map((cell) => cell.replace('\r', '\n'))))
  })
})
