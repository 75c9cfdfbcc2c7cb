import { escapeText } from '../table/xlsx/cell.ts'
import { stylesXml } from './styles.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface PackageFacts {
  /** In order; the last ones may be hidden. */
  readonly sheets: readonly { readonly name: string; readonly isHidden?: boolean }[]
  /** Names that Excel knows: what is printed, and what is repeated on every page. By sheet. */
  readonly printed: readonly {
    readonly sheet: number
    readonly area?: string
    readonly titles: string
  }[]
  readonly title: string
  readonly createdAt: Date
}

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

/** Every part of a workbook but its sheets, by the name of the file. */
export function packageParts(facts: PackageFacts): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': contentTypes(facts),
    '_rels/.rels': relationships([
      [`${office}/officeDocument`, 'xl/workbook.xml'],
      [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreXml(facts),
    'xl/workbook.xml': workbookXml(facts),
    'xl/_rels/workbook.xml.rels': relationships([
      ...facts.sheets.map((_, index): [string, string] => [
        `${office}/worksheet`,
        `worksheets/sheet${index + 1}.xml`,
      ]),
      [`${office}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
  }
}

function contentTypes({ sheets }: PackageFacts): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${type}"/>`
  return (
    `${head}<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('xl/workbook.xml', `${types}.sheet.main+xml`) +
    sheets.map((_, index) => part(sheetPath(index), `${types}.worksheet+xml`)).join('') +
    part('xl/styles.xml', `${types}.styles+xml`) +
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>'
  )
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`
}

function coreXml({ title, createdAt }: PackageFacts): string {
  const moment = `${createdAt.toISOString().slice(0, 19)}Z`
  const dated = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`
  return (
    `${head}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeText(title)}</dc:title><dc:creator>Andel</dc:creator>${dated('created')}${dated('modified')}</cp:coreProperties>`
  )
}

function workbookXml({ sheets, printed }: PackageFacts): string {
  const tabs = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escapeText(name)}" sheetId="${index + 1}"${isHidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const named = (name: string, sheet: number, range: string) =>
    `<definedName name="_xlnm.${name}" localSheetId="${sheet}">${escapeText(range)}</definedName>`
  const areas = printed.flatMap(({ sheet, area }) =>
    area === undefined ? [] : [named('Print_Area', sheet, area)],
  )
  const titles = printed.map(({ sheet, titles: range }) => named('Print_Titles', sheet, range))
  return (
    `${head}<workbook xmlns="${main}" xmlns:r="${office}">` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" activeTab="0"/></bookViews>' +
    `<sheets>${tabs.join('')}</sheets>` +
    `<definedNames>${[...areas, ...titles].join('')}</definedNames>` +
    '<calcPr calcId="191029"/></workbook>'
  )
}
