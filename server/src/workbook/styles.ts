import { escapeText } from '../table/xlsx/cell.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** How a cell looks. */
interface Look {
  readonly format?: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly size?: number
  /** Colour of the text. */
  readonly ink?: string
  readonly fill?: string
  /** A rule above or below. */
  readonly rule?: 'above' | 'below' | 'total'
  readonly align?: 'left' | 'right' | 'center'
  readonly wrap?: boolean
}

const ink = { typed: 'FF0B4FA8', quiet: 'FF5F6B76', fault: 'FFB3261E' }
const fill = { heading: 'FFE6EDF3', section: 'FFF3F6F9', out: 'FFE3E6E9' }
/** Grouped as the reader's Excel does: a space in Swedish. */
const whole = '#,##0'
const kronor = '#,##0'
const withOre = '#,##0.00'

const looks = {
  plain: {},
  title: { bold: true, size: 16 },
  quiet: { ink: ink.quiet },
  code: { ink: ink.quiet, size: 9, align: 'right', format: '@' },
  heading: { bold: true, fill: fill.heading, rule: 'below', wrap: true },
  headingRight: { bold: true, fill: fill.heading, rule: 'below', wrap: true, align: 'right' },
  above: { ink: ink.quiet },
  aboveWhole: { ink: ink.quiet, format: whole },
  abovePercent0: { ink: ink.quiet, format: '0%', rule: 'below' },
  abovePercent1: { ink: ink.quiet, format: '0.0%', rule: 'below' },
  abovePercent2: { ink: ink.quiet, format: '0.00%', rule: 'below' },
  aboveEnd: { ink: ink.quiet, rule: 'below' },
  section: { bold: true, fill: fill.section },
  number: { ink: ink.quiet, format: whole },
  numberTop: { ink: ink.quiet, format: whole, align: 'right', wrap: true },
  typedText: { ink: ink.typed },
  typedPosts: { ink: ink.typed, format: '0.0#' },
  typedMonths: { ink: ink.typed },
  typedKronor: { ink: ink.typed, format: kronor },
  typedOre: { ink: ink.typed, format: withOre },
  typedWhole: { ink: ink.typed, format: whole },
  kronor: { format: kronor },
  ore: { format: withOre },
  out: { fill: fill.out },
  difference: { format: '#,##0.00;-#,##0.00;' },
  sectionSumText: { bold: true, rule: 'above' },
  sectionSumKronor: { bold: true, rule: 'above', format: kronor },
  sectionSumOre: { bold: true, rule: 'above', format: withOre },
  sumText: { bold: true, rule: 'total', fill: fill.heading },
  sumKronor: { bold: true, rule: 'total', fill: fill.heading, format: kronor },
  sumOre: { bold: true, rule: 'total', fill: fill.heading, format: withOre },
  quietOre: { ink: ink.quiet, format: withOre },
  fault: { ink: ink.fault, italic: true },
  text: { wrap: true },
  date: { format: 'yyyy\\-mm\\-dd', align: 'left' },
  codeText: { format: '@' },
  decimals: { format: '0.##########' },
  floor: { format: '#,##0.######', align: 'left' },
  whole: { format: whole },
} satisfies Record<string, Look>

export type Style = keyof typeof looks

const names = Object.keys(looks) as Style[]

/** Place of each style among the formats of cells. */
export const styleIndex = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<
  Record<Style, number>
>

/** The one differential format: öre where there are any. */
export const oreWhereAny = 0

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const all: readonly Look[] = names.map((name) => looks[name])
  const formats = distinct(all.map((look) => look.format))
  const fonts = distinct(all.map(fontXml))
  const fills = distinct(all.map(fillXml))
  const borders = distinct(all.map(borderXml))
  const numberFormats = formats.filter((format) => format !== undefined)
  const idOf = (format: string | undefined) =>
    format === undefined ? 0 : 164 + numberFormats.indexOf(format)
  const formatsOfCells = all.map((look) => {
    const alignment = alignmentXml(look)
    return (
      `<xf numFmtId="${idOf(look.format)}" fontId="${fonts.indexOf(fontXml(look))}" ` +
      `fillId="${fillPlace(fills.indexOf(fillXml(look)))}" borderId="${borders.indexOf(borderXml(look))}" xfId="0" ` +
      `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"` +
      (alignment ? ` applyAlignment="1">${alignment}</xf>` : '/>')
    )
  })
  const counted = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`
  return (
    `${head}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    counted(
      'numFmts',
      numberFormats.map(
        (format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${escapeText(format)}"/>`,
      ),
    ) +
    counted('fonts', fonts) +
    counted('fills', [
      ...fills.slice(0, 1),
      '<fill><patternFill patternType="gray125"/></fill>', // the second is always this one
      ...fills.slice(1),
    ]) +
    counted('borders', borders) +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    counted('cellXfs', formatsOfCells) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    `<dxfs count="1"><dxf><numFmt numFmtId="${idOf(withOre)}" formatCode="${withOre}"/></dxf></dxfs>` +
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
    '</styleSheet>'
  )
}

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)]

const fillPlace = (index: number): number => (index === 0 ? 0 : index + 1)

function fontXml({ bold, italic, size = 11, ink: colour }: Look): string {
  const marks = `${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}`
  const painted = colour ? `<color rgb="${colour}"/>` : '<color theme="1"/>'
  return `<font>${marks}<sz val="${size}"/>${painted}<name val="Calibri"/><family val="2"/></font>`
}

function fillXml({ fill: colour }: Look): string {
  return colour
    ? `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
    : '<fill><patternFill patternType="none"/></fill>'
}

function borderXml({ rule }: Look): string {
  const line = (side: 'top' | 'bottom', drawn: boolean, width: string) =>
    drawn ? `<${side} style="${width}"><color rgb="FF7A8793"/></${side}>` : `<${side}/>`
  const top = line(
    'top',
    rule === 'above' || rule === 'total',
    rule === 'total' ? 'medium' : 'thin',
  )
  return `<border><left/><right/>${top}${line('bottom', rule === 'below', 'thin')}<diagonal/></border>`
}

function alignmentXml({ align, wrap }: Look): string {
  if (!align && !wrap) return ''
  const side = align ? ` horizontal="${align}"` : ''
  return `<alignment${side} vertical="${align && !wrap ? 'bottom' : 'top'}"${wrap ? ' wrapText="1"' : ''}/>`
}
