import { crc32, deflateRawSync } from 'node:zlib'

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
