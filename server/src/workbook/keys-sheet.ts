import type { Basis, MunicipalityCode } from '@andel/schema/allocation'
import { type KeyProvenance, dateInWords, explainKey } from '@andel/schema/explanation'
import type { Language } from '@andel/schema/money'
import { keyFacts } from '../allocation/key-facts.ts'
import type { Sheet } from '../budget/sheet.ts'
import { sheetRef } from './layout.ts'
import { rowHeight } from './row-height.ts'
import type { SheetWriter } from './sheet-writer.ts'
import type { WorkbookWords } from './text/index.ts'

/** What stands below the keys: measured values and fixed percentages, each on its row. */
export interface KeyValues {
  readonly rows: readonly KeyValue[]
  /** Row of the title above them. */
  readonly titleRow: number
  cell(keyId: string, basis: number, code: MunicipalityCode): string | undefined
}

interface KeyValue {
  readonly row: number
  readonly key: string
  readonly of: string
  readonly code: MunicipalityCode
  readonly value: number
}

const firstKey = 4

/** Places the values of keys that have any. */
export function layOutKeyValues({ keys, figures }: Sheet, words: WorkbookWords): KeyValues {
  const bases = [...keys.values()].map((key) => key.bases.length)
  const titleRow = firstKey + bases.reduce((sum, count) => sum + count, 0) + 1
  const cells = new Map<string, string>()
  const rows: KeyValue[] = []
  for (const [id, key] of keys) {
    for (const [index, basis] of key.bases.entries()) {
      const valueOf = valuesOf(basis)
      if (!valueOf) continue
      for (const code of figures.codes) {
        const row = titleRow + 2 + rows.length
        const of = words.weights.basis[basis.kind]
        rows.push({
          row,
          key: key.name,
          of: `${of} ${statisticOf(basis)}`.trim(),
          code,
          value: valueOf(code),
        })
        cells.set(`${id} ${index} ${code}`, `${sheetRef(words.sheets.keys)}$D$${row}`)
      }
    }
  }
  return { rows, titleRow, cell: (id, index, code) => cells.get(`${id} ${index} ${code}`) }
}

function valuesOf(basis: Basis): ((code: MunicipalityCode) => number) | undefined {
  if (basis.kind === 'FIXED') return (code) => Number(basis.percentages[code] ?? 0)
  if (basis.kind === 'USE') return (code) => basis.values[code] ?? 0
  return undefined
}

const statisticOf = (basis: Basis): string =>
  basis.kind === 'USE' ? `${basis.statistic} ${basis.period}`.trim() : ''

const widths = [30, 26, 40, 15, 62, 52]
export const keyColumns = widths.map((width) => ({ width }))

/** Writes the sheet of keys: what weighs and how it rounds, in words, and the values that keys have themselves. */
export function writeKeys(
  writer: SheetWriter,
  { keys, municipalities }: Sheet,
  values: KeyValues,
  provenance: KeyProvenance,
  language: Language,
  { keysSheet }: WorkbookWords,
): void {
  writer.begin(1, { height: 24 })
  writer.text(0, keysSheet.title, 'title')
  writer.end()
  headings(writer, 3, keysSheet.columns)
  let row = firstKey
  for (const key of keys.values()) {
    const { parts, rounding } = explainKey(keyFacts(key), provenance, language)
    for (const [index, basis] of key.bases.entries()) {
      const texts = [
        index === 0 ? key.name : '',
        parts[index]!,
        concern(basis, language),
        '',
        index === 0 ? rounding.join(' ') : '',
        index === 0 ? (key.note ?? '') : '',
      ]
      writer.begin(row++, {
        height: rowHeight(texts.map((text, column) => [text, widths[column]!] as const)),
      })
      writer.text(0, texts[0]!, 'text')
      writer.text(1, texts[1]!, 'text')
      writer.text(2, texts[2]!, 'text')
      if (basis.floor === undefined) writer.blank(3, 'floor')
      else writer.number(3, basis.floor, 'floor')
      writer.text(4, texts[4]!, 'text')
      writer.text(5, texts[5]!, 'text')
      writer.end()
    }
  }
  if (values.rows.length === 0) return
  writer.begin(values.titleRow)
  writer.text(0, keysSheet.valuesTitle, 'section')
  writer.end()
  headings(writer, values.titleRow + 1, keysSheet.valuesColumns)
  for (const { row: at, key, of, code, value } of values.rows) {
    writer.begin(at)
    writer.text(0, key, 'plain')
    writer.text(1, of, 'plain')
    writer.text(2, `${municipalities.get(code)?.name ?? code}, ${code}`, 'plain')
    writer.number(3, value, 'floor')
    writer.end()
  }
}

function headings(writer: SheetWriter, row: number, texts: readonly string[]): void {
  writer.begin(row)
  for (const [column, text] of texts.entries()) writer.text(column, text, 'heading')
  writer.end()
}

/** What a basis is of: a date, or a statistic with its period and source. */
function concern(basis: Basis, language: Language): string {
  if (basis.kind === 'POPULATION') return dateInWords(basis.on, language)
  return basis.kind === 'USE'
    ? [basis.statistic, basis.period, basis.source].filter(Boolean).join(', ')
    : ''
}
