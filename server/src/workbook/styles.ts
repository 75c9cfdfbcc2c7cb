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
  readonly rule?: 'above' | 'below' | 'total' | 'hair'
  readonly align?: 'left' | 'right' | 'center'
  readonly wrap?: boolean
  /** Set in from the figure to the left. */
  readonly indent?: boolean
}

const ink = { typed: 'FF0B4FA8', quiet: 'FF5F6B76', fault: 'FFB3261E', rule: 'FF7A8793' }
const fill = { heading: 'FFE6EDF3', section: 'FFF3F6F9', out: 'FFE3E6E9' }
/** Grouped as the reader's Excel does: a space in Swedish. */
const whole = '#,##0'
const kronor = '#,##0'
const withOre = '#,##0.00'

const looks = {
  /** The first is how cells look that nobody wrote. */
  empty: {},
  plain: { rule: 'hair', indent: true },
  title: { bold: true, size: 16 },
  quiet: { ink: ink.quiet },
  code: { ink: ink.quiet, size: 9, align: 'right', format: '@' },
  heading: { bold: true, fill: fill.heading, rule: 'below', wrap: true, indent: true },
  headingRight: { bold: true, fill: fill.heading, rule: 'below', wrap: true, align: 'right' },
  above: { ink: ink.quiet, indent: true },
  aboveWhole: { ink: ink.quiet, format: whole },
  abovePercent0: { ink: ink.quiet, format: '0%', rule: 'below' },
  abovePercent1: { ink: ink.quiet, format: '0.0%', rule: 'below' },
  abovePercent2: { ink: ink.quiet, format: '0.00%', rule: 'below' },
  aboveEnd: { ink: ink.quiet, rule: 'below', indent: true },
  section: { bold: true, fill: fill.section, indent: true },
  number: { ink: ink.quiet, format: whole, rule: 'hair' },
  numberTop: { ink: ink.quiet, format: whole, align: 'right', wrap: true, rule: 'hair' },
  typedText: { ink: ink.typed, rule: 'hair', indent: true },
  typedPosts: { ink: ink.typed, format: '0.0#', rule: 'hair' },
  typedMonths: { ink: ink.typed, rule: 'hair' },
  typedKronor: { ink: ink.typed, format: kronor, rule: 'hair' },
  typedOre: { ink: ink.typed, format: withOre, rule: 'hair' },
  typedWhole: { ink: ink.typed, format: whole, rule: 'hair' },
  kronor: { format: kronor, rule: 'hair' },
  ore: { format: withOre, rule: 'hair' },
  out: { fill: fill.out, rule: 'hair' },
  difference: { format: '#,##0.00;-#,##0.00;', rule: 'hair' },
  sectionSumText: { bold: true, rule: 'above', indent: true },
  sectionSumKronor: { bold: true, rule: 'above', format: kronor },
  sectionSumOre: { bold: true, rule: 'above', format: withOre },
  sumText: { bold: true, rule: 'total', fill: fill.heading, indent: true },
  sumKronor: { bold: true, rule: 'total', fill: fill.heading, format: kronor },
  sumOre: { bold: true, rule: 'total', fill: fill.heading, format: withOre },
  quietOre: { ink: ink.quiet, format: withOre },
  fault: { ink: ink.fault, italic: true, rule: 'hair', indent: true },
  text: { wrap: true, rule: 'hair', indent: true },
  date: { format: 'yyyy\\-mm\\-dd', align: 'left', rule: 'hair', indent: true },
  codeText: { format: '@', rule: 'hair', indent: true },
  decimals: { format: '0.##########' },
  floor: { format: '#,##0.######', align: 'left', rule: 'hair', indent: true },
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
    return (
      `<xf numFmtId="${idOf(look.format)}" fontId="${fonts.indexOf(fontXml(look))}" ` +
      `fillId="${fillPlace(fills.indexOf(fillXml(look)))}" borderId="${borders.indexOf(borderXml(look))}" xfId="0" ` +
      `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"` +
      ` applyAlignment="1">${alignmentXml(look)}</xf>`
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
  const painted = colour ? `<color rgb="${colour}"/>` : ''
  return `<font>${marks}<sz val="${size}"/>${painted}<name val="Calibri"/><family val="2"/></font>`
}

function fillXml({ fill: colour }: Look): string {
  return colour
    ? `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
    : '<fill><patternFill patternType="none"/></fill>'
}

function borderXml({ rule }: Look): string {
  const colour = rule === 'hair' ? fill.out : ink.rule
  const line = (side: 'top' | 'bottom', drawn: boolean, width: string) =>
    drawn ? `<${side} style="${width}"><color rgb="${colour}"/></${side}>` : `<${side}/>`
  const top = line(
    'top',
    rule === 'above' || rule === 'total',
    rule === 'total' ? 'medium' : 'thin',
  )
  return `<border><left/><right/>${top}${line('bottom', rule === 'below' || rule === 'hair', 'thin')}<diagonal/></border>`
}

function alignmentXml({ align, wrap, indent, rule }: Look): string {
  const side = align ?? (indent ? 'left' : undefined)
  return (
    '<alignment' +
    (side ? ` horizontal="${side}"` : '') +
    ` vertical="${rule === 'below' && wrap ? 'center' : 'top'}"` +
    (wrap ? ' wrapText="1"' : '') +
    (indent ? ' indent="1"' : '') +
    '/>'
  )
}
