import { describe, expect, it } from 'vitest'
import { readDelimitedText } from './read-delimited-text.ts'
import { whatIs } from './what-is.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

describe('rows of values', () => {
  it.each([
    [
      'UTF-8 with a mark and semicolons',
      utf8('\ufeffÅr;Belopp\r\n2022;1 200,50\r\n'),
      'utf-8',
      ';',
    ],
    ['ISO-8859-1 with semicolons', latin1('År;Belopp\n2022;1 200,50\n'), 'windows-1252', ';'],
    ['UTF-8 with tabs', utf8('År\tBelopp\n2022\t1 200,50\n'), 'utf-8', '\t'],
    ['UTF-8 with commas', utf8('År,Belopp\n2022,"1 200,50"\n'), 'utf-8', ','],
    ['UTF-16', Buffer.from('\ufeffÅr\tBelopp\n2022\t1 200,50\n', 'utf16le'), 'utf-16le', '\t'],
  ])('%s', (_what, bytes, encoding, delimiter) => {
    expect(readDelimitedText(bytes)).toEqual({
      encoding,
      delimiter,
      rows: [
        ['År', 'Belopp'],
        ['2022', '1 200,50'],
      ],
    })
  })

  it('keep line breaks in quotes, rows of their own lengths and empty rows', () => {
    expect(readDelimitedText(utf8('a;"b\nc";d\n\n"e ""f""";\n')).rows).toEqual([
      ['a', 'b\nc', 'd'],
      [''],
      ['e "f"', ''],
    ])
  })

  it.each([
    ['a quotation mark that is never closed', utf8('a;"b\nc;d'), 'FILE_BROKEN'],
    ['a text with NUL', utf8('a\0b'), 'FILE_KIND'],
    ['eleven megabytes', new Uint8Array(11 * 1024 * 1024).fill(97), 'FILE_TOO_LARGE'],
    ['two million rows', utf8('\n'.repeat(2_000_000)), 'FILE_TOO_LARGE'],
    ['two thousand and one columns', utf8(';'.repeat(2001)), 'FILE_TOO_LARGE'],
  ])('refuse %s', (_what, bytes, code) => {
    expect(() => readDelimitedText(bytes)).toThrow(code)
  })
})

describe('what a file is', () => {
  it.each([
    ['', 'EMPTY'],
    ['  \n', 'EMPTY'],
    ['PK\x03\x04', 'ZIP'],
    ['a;b', 'TEXT'],
    ['ï»¿{"class":"dataset"}', 'JSON'],
    ['CHARSET="ANSI";\nAXIS-VERSION="2013";', 'PX'],
    ['<!DOCTYPE html>', 'MARKUP'],
    ['a\0', 'BINARY'],
  ])('%j is %s', (text, kind) => expect(whatIs(latin1(text))).toBe(kind))
})
