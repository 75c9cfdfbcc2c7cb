import { escapeText } from '../table/xlsx/cell.ts'
import { lettersOf } from './sheet-writer.ts'
import type { WorkbookWords } from './text/index.ts'

const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

export interface ColumnLook {
  /** In characters. */
  readonly width: number
  readonly hidden?: boolean
  /** Folded away behind the sign of a group. */
  readonly folded?: boolean
}

/** What stands around the rows of a sheet. */
export interface Frame {
  readonly columns: readonly ColumnLook[]
  /** How many columns and rows stay in view. */
  readonly frozen: { readonly columns: number; readonly rows: number }
  readonly groups?: boolean
}

/** What comes before the rows. */
export function beforeRows({ columns, frozen, groups }: Frame): string {
  return (
    `${head}<sheetPr>${groups ? '<outlinePr summaryBelow="1"/>' : ''}` +
    '<pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${panes(frozen)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"${groups ? ' outlineLevelRow="1" outlineLevelCol="1"' : ''}/>` +
    `<cols>${columns.map(columnXml).join('')}</cols><sheetData>`
  )
}

function panes({ columns, rows }: Frame['frozen']): string {
  const cell = `${lettersOf(columns)}${rows + 1}`
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft'
  const across = columns > 0 ? `xSplit="${columns}" ` : ''
  return (
    `<pane ${across}ySplit="${rows}" topLeftCell="${cell}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/>`
  )
}

function columnXml(
  { width, hidden, folded }: ColumnLook,
  index: number,
  all: readonly ColumnLook[],
) {
  const isAfterFolded = !folded && all[index - 1]?.folded
  return (
    `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"` +
    `${hidden || folded ? ' hidden="1"' : ''}${folded ? ' outlineLevel="1"' : ''}${isAfterFolded ? ' collapsed="1"' : ''}/>`
  )
}

/** A rule for what may be typed into cells. */
export interface Validation {
  readonly cells: readonly string[]
  readonly type: 'whole' | 'decimal' | 'list' | 'custom'
  /** `between` unless the formula alone decides. */
  readonly operator?: 'between' | 'lessThanOrEqual' | 'greaterThanOrEqual'
  readonly formulas: readonly string[]
  readonly message: string
}

export interface AfterRows {
  readonly conditional?: string
  readonly validations?: readonly Validation[]
  /** What the sheet is headed with on paper. */
  readonly title: string
  readonly date: string
  /** Pages beside each other at most. */
  readonly pagesWide?: number
  readonly words: WorkbookWords
}

/** What comes after the rows, in the order that the format demands. */
export function afterRows(after: AfterRows): string {
  const { conditional = '', validations = [], title, date, pagesWide = 1, words } = after
  const rules = validations.filter(({ cells }) => cells.length > 0)
  return (
    `</sheetData>${conditional}` +
    (rules.length > 0
      ? `<dataValidations count="${rules.length}">${rules.map((rule) => validationXml(rule, words)).join('')}</dataValidations>`
      : '') +
    '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="0"/>` +
    '<headerFooter>' +
    `<oddHeader>&amp;L&amp;"-,Bold"${inHeader(title)}&amp;R${inHeader(date)}</oddHeader>` +
    `<oddFooter>&amp;L&amp;A&amp;R${words.page} &amp;P ${words.of} &amp;N</oddFooter>` +
    '</headerFooter></worksheet>'
  )
}

/** At most 255 characters; an ampersand means something there, and so would a figure after the marks. */
const inHeader = (text: string): string =>
  escapeText(` ${text.replace(/\s+/g, ' ').slice(0, 100).trim()}`.replaceAll('&', '&&'))

function validationXml(
  { cells, type, operator, formulas, message }: Validation,
  words: WorkbookWords,
) {
  const compared = operator && operator !== 'between' ? ` operator="${operator}"` : ''
  const [first, second] = formulas.map(escapeText)
  return (
    `<dataValidation type="${type}"${compared} allowBlank="1" showErrorMessage="1" ` +
    `errorTitle="${words.refuse.title}" error="${escapeText(message)}" sqref="${cells.join(' ')}">` +
    `<formula1>${first}</formula1>${second === undefined ? '' : `<formula2>${second}</formula2>`}</dataValidation>`
  )
}
