import { Fault } from '@andel/schema/fault'
import { describe, expect, it } from 'vitest'
import { valueOf } from './cell.ts'
import { exampleWorkbook, exampleWorkbookParts, exampleZip } from './example-files.ts'
import { readWorkbookCells } from './read-workbook-cells.ts'
import { Reading } from './reading.ts'

const rowsOf = async (sheet: string) =>
  (await readWorkbookCells(exampleWorkbook(sheet))).sheets[0]!.rows

/** The code of what is refused, with the first detail. */
async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbookCells(bytes)
    return 'read'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { reason, part, kind } = error.details
    return [error.code, reason ?? part ?? kind].filter(Boolean).join(' ')
  }
}

const withPart = (name: string, data: string): Uint8Array =>
  exampleZip([...exampleWorkbookParts('').filter((part) => part.name !== name), { name, data }])

describe('cells of a workbook', () => {
  it('are texts, numbers, dates, truths, errors and what formulas came to', async () => {
    const rows = await rowsOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1"><v>1.25</v></c></row>' +
        '<row r="3"><c r="A3" s="1"><v>44561</v></c><c r="B3" s="2"><v>44561</v></c><c r="C3" t="b"><v>1</v></c>' +
        '<c r="D3" t="e"><v>#DIV/0!</v></c><c r="E3" t="inlineStr"><is><t>a_x0041_</t></is></c></row>' +
        '<row r="4"><c r="A4" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="B4" s="1"/></row>',
    )
    expect(rows).toEqual([
      ['Handläggare', 'Samordnare', null, 1.25],
      [],
      ['2021-12-31', 44561, true, '#DIV/0!', 'aA'],
      [{ formula: 'A1&"x"', value: 'ax' }],
    ])
    expect(valueOf(rows[3]![0])).toBe('ax')
    expect(valueOf(rows[9]?.[0])).toBe(null)
  })

  it('share a formula that moves along, but for what is fixed, quoted or no reference', async () => {
    const rows = await rowsOf(
      `<row><c><f t="shared" si="0">A1*$B$1+LOG10(C1)&amp;"A1"&amp;'A1'!D$2</f><v>1</v></c></row>` +
        '<row><c/><c><f t="shared" si="0"/><v>2</v></c></row>',
    )
    expect(rows[1]![1]).toEqual({ formula: `B2*$B$1+LOG10(D2)&"A1"&'A1'!E$2`, value: 2 })
  })

  it('has escaped texts in formulas as well', async () => {
    const sheet =
      '<row r="1"><c r="A1" t="str"><f>B1</f><v>a_x005F_x0041_</v></c><c r="B1" t="inlineStr"><is><t>a_x005F_x0041_</t></is></c></row>'
    expect(await rowsOf(sheet)).toEqual([[{ formula: 'B1', value: 'a_x0041_' }, 'a_x0041_']])
  })

  it('may say of rows far below that they are empty, as LibreOffice does', async () => {
    const sheet =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" ht="12.8"><c r="XFD1048576" s="0"/></row>'
    expect(await rowsOf(sheet)).toEqual([[1]])
  })

  it('may lack addresses and have prefixes', async () => {
    const bytes = withPart(
      'xl/worksheets/sheet1.xml',
      '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    )
    expect((await readWorkbookCells(bytes)).sheets).toEqual([{ name: 'Blad1', rows: [[1, 2]] }])
  })
})

describe('a file that is refused', () => {
  it.each([
    ['of another kind', new TextEncoder().encode('a;b'), 'FILE_KIND TEXT'],
    ['another packed file', exampleZip([{ name: 'a.txt', data: 'a' }]), 'FILE_KIND ZIP'],
    [
      'a zip in a zip',
      exampleZip([{ name: 'a.xlsx', data: exampleWorkbook('') }]),
      'FILE_KIND ZIP',
    ],
    [
      'with a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'FILE_LOCKED',
    ],
    ['an encrypted part', exampleZip([{ name: 'a', data: 'a', flags: 1 }]), 'FILE_LOCKED'],
    ['with macros', withPart('xl/vbaProject.bin', ''), 'FILE_MACROS'],
    ['with a macro sheet', withPart('xl/macrosheets/sheet1.xml', ''), 'FILE_MACROS'],
    [
      'with macros by its types',
      withPart(
        '[Content_Types].xml',
        '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      ),
      'FILE_MACROS',
    ],
    ['with links to other files', withPart('xl/externalLinks/externalLink1.xml', ''), 'FILE_LINKS'],
    [
      'with a link of another kind',
      withPart(
        '_rels/.rels',
        '<R><Relationship Id="a" Type="x/officeDocument" Target="file:///etc/passwd" TargetMode="External"/></R>',
      ),
      'FILE_LINKS',
    ],
    ['out of its folder', exampleZip([{ name: '../a', data: 'a' }]), 'FILE_BROKEN zip'],
    ['at the root', exampleZip([{ name: '/a', data: 'a' }]), 'FILE_BROKEN zip'],
    [
      'twice the same name',
      exampleZip([
        { name: 'a', data: 'a' },
        { name: 'A', data: 'b' },
      ]),
      'FILE_UNSAFE DUPLICATE',
    ],
    [
      'two names for a part',
      exampleZip([{ name: 'a', headingName: 'b', data: 'a' }]),
      'FILE_UNSAFE TWO_HEADINGS',
    ],
    [
      'parts upon each other',
      exampleZip([
        { name: 'a', data: 'a' },
        { name: 'b', data: 'b', offset: 0, headingName: 'a' },
      ]),
      'FILE_UNSAFE TWO_HEADINGS',
    ],
    [
      'a part within another',
      exampleZip([
        { name: 'b', data: exampleZip([{ name: 'a', data: 'a' }]), stored: true },
        { name: 'a', data: 'a', offset: 31 },
      ]),
      'FILE_UNSAFE OVERLAP',
    ],
    ['cut off', exampleWorkbook('').slice(0, 900), 'FILE_BROKEN zip'],
    ['no XML', withPart('xl/workbook.xml', '<workbook><'), 'FILE_BROKEN xml'],
    ['no sheet', withPart('xl/workbook.xml', '<workbook/>'), 'FILE_BROKEN workbook'],
    ['a row before the first', exampleWorkbook('<row r="0"><c><v>1</v></c></row>'), 'FILE_BROKEN'],
    [
      'a text that is not there',
      exampleWorkbook('<row><c t="s"><v>7</v></c></row>'),
      'FILE_BROKEN',
    ],
    ['no number', exampleWorkbook('<row><c><v>abc</v></c></row>'), 'FILE_BROKEN'],
  ])('%s', async (_what, bytes, expected) => {
    expect(await refusal(bytes)).toBe(expected)
  })

  it('declares entities: a billion laughs, and a file of the server', async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${'bcdefghij'.replace(/./g, (name, at: number) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)}]>`
    const sheet = (head: string, text: string): string =>
      `${head}<worksheet><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`
    const name = 'xl/worksheets/sheet1.xml'
    expect(await refusal(withPart(name, sheet(laughs, '&j;')))).toBe('FILE_UNSAFE DOCTYPE')
    const passwords = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    expect(await refusal(withPart(name, sheet(passwords, '&a;')))).toBe('FILE_UNSAFE DOCTYPE')
    expect(await refusal(withPart(name, sheet('', '&a;')))).toBe('FILE_BROKEN xml')
  })

  it('unpacks to more than it says, or more than there is room for', async () => {
    const name = 'xl/worksheets/sheet1.xml'
    const others = exampleWorkbookParts('').filter((part) => part.name !== name)
    const bomb = Buffer.alloc(60 * 1024 * 1024, 32)
    expect(await refusal(exampleZip([...others, { name, data: bomb }]))).toBe(
      'FILE_TOO_LARGE unpacked',
    )
    expect(await refusal(exampleZip([...others, { name, data: bomb, unpackedSize: 1000 }]))).toBe(
      'FILE_TOO_LARGE unpacked',
    )
    expect(
      await refusal(exampleZip([...others, { name, data: ' '.repeat(2000), unpackedSize: 1000 }])),
    ).toBe(`FILE_BROKEN ${name}`)
  })

  it('has 10 000 parts, a row far down, a column far out, or a lattice of far cells', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `a${index}`, data: '' }))
    expect(await refusal(exampleZip(many))).toBe('FILE_TOO_LARGE entries')
    expect(await refusal(exampleWorkbook('<row r="900000"><c><v>1</v></c></row>'))).toBe(
      'FILE_TOO_LARGE rows',
    )
    expect(await refusal(exampleWorkbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe(
      'FILE_TOO_LARGE columns',
    )
    const lattice = Array.from(
      { length: 2000 },
      (_, row) => `<row r="${row + 1}"><c r="AZZ${row + 1}"><v>1</v></c></row>`,
    )
    expect(await refusal(exampleWorkbook(lattice.join('')))).toBe('FILE_TOO_LARGE cells')
  })

  it('nests, shares or says too much', async () => {
    const name = 'xl/workbook.xml'
    expect(await refusal(withPart(name, '<a>'.repeat(1_000_000)))).toBe('FILE_UNSAFE DEPTH')
    const attributes = Array.from({ length: 300 }, (_, index) => ` a${index}="b"`).join('')
    expect(await refusal(withPart(name, `<a${attributes}/>`))).toBe('FILE_UNSAFE ATTRIBUTES')
    const shared = `<row><c><f t="shared" si="0">${'A1+'.repeat(1000)}1</f><v>1</v></c></row>`
    const sharing = '<row><c><f t="shared" si="0"/><v>1</v></c></row>'.repeat(20_000)
    expect(await refusal(exampleWorkbook(shared + sharing))).toBe('FILE_TOO_LARGE unpacked')
    const long = `<row><c t="str"><v>${'x'.repeat(40_000)}</v></c></row>`
    expect(await refusal(exampleWorkbook(long))).toBe('FILE_TOO_LARGE text')
  })

  it('takes too long', async () => {
    await expect(readWorkbookCells(exampleWorkbook(''), new Reading(0))).rejects.toThrow(
      'FILE_TOO_SLOW',
    )
  })
})
