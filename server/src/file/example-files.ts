import { crc32, deflateRawSync } from 'node:zlib'
import { addressOf } from './cell-address.ts'
import { type Cell, type SheetCells, isFormulaCell, valueOf } from './cell.ts'

/** What a part of an example says of itself, when that is not what it is. */
export interface PartLie {
  readonly name: string
  readonly data: Uint8Array | string
  readonly unpackedSize?: number
  /** Another name in the heading of the part than in the directory. */
  readonly headingName?: string
  readonly flags?: number
  /** As it is, not deflated. */
  readonly stored?: boolean
  /** Where the directory says that the part begins. */
  readonly offset?: number
}

/** A zip file for tests, honest or not. */
export function exampleZip(parts: readonly PartLie[]): Uint8Array {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    const packed = part.stored ? data : deflateRawSync(data)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(part.flags ?? 0x800, 2)
    fields.writeUInt16LE(part.stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.unpackedSize ?? data.length, 18)
    const withName = (name: string): Buffer => {
      const copy = Buffer.from(fields)
      copy.writeUInt16LE(Buffer.byteLength(name), 22)
      return copy
    }
    const heading = part.headingName ?? part.name
    const local = [Buffer.from('PK\x03\x04'), withName(heading), Buffer.from(heading), packed]
    const place = Buffer.alloc(14)
    place.writeUInt32LE(part.offset ?? at, 10)
    directory.push(
      Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
      withName(part.name),
      place,
      Buffer.from(part.name),
    )
    body.push(...local)
    at += local.reduce((sum, { length }) => sum + length, 0)
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...body, central, end])
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relations = (...all: string[]): string => `<Relationships>${all.join('')}</Relationships>`

/** The parts of a workbook with one sheet, "Blad1". `sheet` is the inside of its `sheetData`. */
export const exampleWorkbookParts = (sheet: string): { name: string; data: string }[] => [
  { name: '[Content_Types].xml', data: '<Types></Types>' },
  { name: '_rels/.rels', data: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
  {
    name: 'xl/workbook.xml',
    data: '<workbook xmlns:r="x"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    data: relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('r2', 'sharedStrings', 'sharedStrings.xml'),
      relation('r3', 'styles', '/xl/styles.xml'),
    ),
  },
  {
    name: 'xl/sharedStrings.xml',
    data: '<sst><si><t>Handläggare</t></si><si><r><t>Sam</t></r><r><t>ordnare</t></r><rPh><t>x</t></rPh></si></sst>',
  },
  {
    name: 'xl/styles.xml',
    data:
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0 &quot;day&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    data: `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  },
]

/** A workbook with one sheet, "Blad1", for tests. */
export const exampleWorkbook = (sheet: string): Uint8Array =>
  exampleZip(exampleWorkbookParts(sheet))

/** A workbook with these cells, for tests: what was read from another one can be changed and written again. */
export function exampleBook(sheets: readonly SheetCells[]): Uint8Array {
  const names = sheets.map((_, index) => `sheet${index + 1}.xml`)
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index}"/>`,
  )
  return exampleZip([
    { name: '[Content_Types].xml', data: '<Types></Types>' },
    { name: '_rels/.rels', data: relations(relation('r', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="x"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(...names.map((name, index) => relation(`r${index}`, 'worksheet', name))),
    },
    ...sheets.map(({ rows }, index) => ({
      name: `xl/${names[index]}`,
      data: `<worksheet><sheetData>${rows.map(rowMarkup).join('')}</sheetData></worksheet>`,
    })),
  ])
}

const rowMarkup = (row: readonly Cell[], index: number): string =>
  `<row r="${index + 1}">${row.map((cell, column) => cellMarkup(cell, addressOf({ row: index, column }))).join('')}</row>`

function cellMarkup(cell: Cell, address: string): string {
  const value = valueOf(cell)
  const formula = isFormulaCell(cell) ? `<f>${escaped(cell.formula)}</f>` : ''
  if (value === null && formula === '') return ''
  if (typeof value === 'number') return `<c r="${address}">${formula}<v>${value}</v></c>`
  if (typeof value === 'boolean')
    return `<c r="${address}" t="b">${formula}<v>${value ? 1 : 0}</v></c>`
  return `<c r="${address}" t="str">${formula}<v>${escaped(value ?? '')}</v></c>`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
