import { explainAgreement } from '@andel/schema/explanation'
import type { Language } from '@andel/schema/money'
import type { SheetCells } from '../file/cell.ts'
import type { Sheet } from '../budget/sheet.ts'
import type { Chunk } from '../table/table.ts'
import { type ZipEntry, zip } from '../table/xlsx/zip.ts'
import { writeHead } from './budget-head.ts'
import { type BudgetSheetContext, writeLines } from './budget-sheet.ts'
import { afterBudget, beforeBudget, budgetPrint } from './budget-frame.ts'
import { blocksFor, writeCalculation } from './calculation-sheet.ts'
import { keyColumns, layOutKeyValues, writeKeys } from './keys-sheet.ts'
import { place, rows, sheetRef } from './layout.ts'
import { planLines } from './line-plan.ts'
import { noteColumns, writeNotes } from './notes-sheet.ts'
import { packageParts, sheetPath } from './package-parts.ts'
import {
  layOutFigures,
  populationColumns,
  populationValidation,
  writePopulations,
} from './population-sheet.ts'
import { type ColumnLook, type Validation, afterRows, beforeRows } from './sheet-frame.ts'
import { SheetWriter } from './sheet-writer.ts'
import { writeBelowSums } from './sum-rows.ts'
import { wordsOf } from './text/index.ts'
import { layOutWeights, writeWeights } from './weights-sheet.ts'

/** The hidden sheet that holds the seal. */
const sealName = 'Andel'

export type { Sheet }

export interface ExportSettings {
  readonly language: Language
  readonly exportedAt: Date
  /** Seals what was exported: rows of texts for a hidden sheet. */
  readonly seal?: (sheets: readonly SheetCells[]) => readonly (readonly [string, string])[]
}

/** Columns of figures that can be read on the width of a page. */
const mostOnPage = 30

/**
 * A budget as a workbook that calculates, written piece by piece: docs/workbook.md says what stands where, and
 * decision 0010 why it is written like this.
 */
export function exportWorkbook(
  sheet: Sheet,
  { language, exportedAt, seal }: ExportSettings,
): AsyncGenerator<Chunk> {
  const words = wordsOf(language)
  const names = sheet.figures.codes.map((code) => sheet.municipalities.get(code)?.name ?? code)
  const provenance = {
    currency: sheet.jointService.currency,
    names: Object.fromEntries([...sheet.municipalities].map(([code, { name }]) => [code, name])),
  }
  const title = `${sheet.jointService.name}, ${sheet.budget.title}`
  const date = exportedAt.toISOString().slice(0, 10)
  const figureRows = layOutFigures(sheet, words)
  const keyValues = layOutKeyValues(sheet, words)
  const weights = layOutWeights(sheet, words, {
    populationCell: figureRows.cell,
    valueCell: keyValues.cell,
  })
  const plan = planLines(sheet, weights)
  const blocks = blocksFor(plan, names.length)
  const after = { title, date, words }
  const sealed: SheetCells[] = []
  const keep = (name: string): SheetWriter => {
    const writer = new SheetWriter(seal !== undefined)
    sealed.push({ name, rows: writer.rows })
    return writer
  }

  function* budget(): Generator<string> {
    const writer = keep(words.sheets.budget)
    const context: BudgetSheetContext = {
      writer,
      sheet,
      plan,
      words,
      language,
      withOre: hasOre(sheet),
    }
    yield beforeBudget(sheet)
    const inhabitants = writeHead(context, { title, date, weights, figureRows })
    yield* writeLines(context)
    writeBelowSums(context, inhabitants)
    yield writer.take() + afterBudget(context, after)
  }

  function* plain(
    name: string,
    columns: readonly ColumnLook[],
    write: (writer: SheetWriter) => void,
    validations: readonly Validation[] = [],
  ): Generator<string> {
    const writer = keep(name)
    write(writer)
    yield beforeRows({ columns, frozen: { columns: 0, rows: 3 } })
    yield writer.take() + afterRows({ ...after, validations })
  }

  function* calculated(columns: readonly ColumnLook[], lines: Iterable<string>): Generator<string> {
    const pagesWide = Math.ceil(columns.length / mostOnPage)
    yield beforeRows({
      columns,
      frozen: { columns: place.description + 1, rows: rows.headings },
    })
    yield* lines
    yield afterRows({ ...after, pagesWide })
  }

  function* seals(): Generator<string> {
    const writer = new SheetWriter()
    for (const [index, [name, text]] of (seal?.(sealed) ?? []).entries()) {
      writer.begin(index + 1)
      writer.text(0, name, 'plain')
      writer.text(1, text, 'plain')
      writer.end()
    }
    yield beforeRows({ columns: [{ width: 14 }, { width: 80 }], frozen: { columns: 0, rows: 1 } })
    yield writer.take() + afterRows(after)
  }

  const agreement = explainAgreement(sheet.agreement, provenance, language)
  const { sheets } = words
  const contents = [
    { name: sheets.budget, text: budget() },
    {
      name: sheets.population,
      text: plain(
        sheets.population,
        populationColumns,
        (writer) => writePopulations(writer, figureRows, sheet, words),
        [populationValidation(figureRows, words)],
      ),
    },
    {
      name: sheets.keys,
      text: plain(sheets.keys, keyColumns, (writer) =>
        writeKeys(writer, sheet, keyValues, provenance, language, words),
      ),
    },
    {
      name: sheets.notes,
      text: plain(sheets.notes, noteColumns, (writer) =>
        writeNotes(writer, plan, agreement, words),
      ),
    },
    {
      name: sheets.weights,
      text: calculated(calculationColumns(names.length, 1), writeWeights(weights, names, words)),
    },
    {
      name: sheets.calculation,
      text: calculated(
        calculationColumns(blocks.number * (names.length + 1), 4),
        writeCalculation(plan, weights, blocks, names, words),
      ),
    },
    ...(seal ? [{ name: sealName, text: seals(), isHidden: true }] : []),
  ]
  const titleRows = (index: number, row: number) => ({
    sheet: index,
    titles: `${sheetRef(contents[index]!.name)}$${row}:$${row}`,
  })
  const parts = packageParts({
    sheets: contents,
    printed: [
      budgetPrint(plan, names.length, words),
      ...[1, 2, 3].map((index) => titleRows(index, 3)),
    ],
    title,
    createdAt: exportedAt,
  })
  const entries: ZipEntry[] = [
    ...Object.entries(parts).map(([name, text]) => ({ name, text: [text] })),
    ...contents.map(({ text }, index) => ({ name: sheetPath(index), text })),
  ]
  return zip(entries)
}

/** Whether all figures are written with öre, because some have any. */
function hasOre({ figures, lines }: Sheet): boolean {
  const isBroken = (ore: number | null | undefined) => (ore ?? 0) % 100 !== 0
  return (
    lines.some(({ monthlyCost }) => isBroken(monthlyCost)) ||
    figures.lines.some(({ amount, shares }) => isBroken(amount) || shares.some(isBroken))
  )
}

/**
 * As on the first sheet as far as the shares, with labels in place of what is typed there.
 *
 * @param figures - how many columns before the shares are of use
 */
function calculationColumns(count: number, figures: number): ColumnLook[] {
  const labels = [
    { width: 4, hidden: true },
    { width: 4, hidden: true },
    { width: 7 },
    { width: figures === 1 ? 60 : 16 },
    ...Array.from({ length: 4 }, (_, index) => ({ width: 16, hidden: index < 4 - figures })),
    ...Array.from({ length: place.shares - place.keyId }, () => ({ width: 4, hidden: true })),
  ]
  return [...labels, ...Array.from({ length: count }, () => ({ width: 16 }))]
}
