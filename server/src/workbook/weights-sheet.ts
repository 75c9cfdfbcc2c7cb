import { type Split, prepareSplit, weigh } from '@andel/schema/allocation'
import { Fault } from '@andel/schema/fault'
import type { Sheet } from '../budget/sheet.ts'
import { addSplitRows } from './split-rows.ts'
import type { WeighingContext } from './basis-rows.ts'
import { lettersOf, SheetWriter } from './sheet-writer.ts'
import { place } from './layout.ts'
import type { WorkbookWords } from './text/index.ts'
import type { WeighedSplit } from './weighed-split.ts'
import { type WeightRow, WeightRows, scalarColumn } from './weight-rows.ts'

/** The sheet of weights before it is written: the other sheets refer to its cells. */
export interface Weights {
  readonly rows: WeightRows
  of(split: Split): WeighedSplit | undefined
  /** How the default key shares out an amount among all; undefined when it cannot. */
  readonly standard: WeighedSplit | undefined
}

const firstRow = 6
/** Marks the rows that tell whether a key is calculated exactly, in the first column. */
const exactMark = 'exact'
/** Whether all are. */
export const allExactRow = 3

type Cells = Pick<WeighingContext, 'populationCell' | 'valueCell'>

/** Lays out the weights of every key as the lines use it, each by whom they leave out, and of the default key. */
export function layOutWeights(sheet: Sheet, words: WorkbookWords, cells: Cells): Weights {
  const { figures, keys, municipalities } = sheet
  const rows = new WeightRows(firstRow, figures.codes.length)
  const context: WeighingContext = {
    ...cells,
    rows,
    words,
    participants: figures.splits.participants,
  }
  const known = new Map<Split, WeighedSplit>()
  const add = (keyId: string, split: Split): WeighedSplit => {
    const found = known.get(split)
    if (found) return found
    if (known.size > 0) rows.skip()
    const out = split.weights.codes.filter((code) => split.weights.leftOut.has(code))
    const names = out.map((code) => municipalities.get(code)?.name ?? code).join(', ')
    const name = keys.get(keyId)?.name ?? ''
    const heading = out.length > 0 ? `${name}, ${words.weights.without(names)}` : name
    const made = addSplitRows(context, keyId, heading, split)
    known.set(split, made)
    return made
  }
  const standardKey = sheet.budget.defaultKey?.id
  const standardSplit = standardKey === undefined ? undefined : splitOf(sheet, standardKey)
  const standard = standardSplit && add(standardKey!, standardSplit)
  for (const { line, split } of figures.lines) if (split) add(line.keyId, split)
  return { rows, of: (split) => known.get(split), standard }
}

/** The split of a key among all, the one that lines use where there is one. */
function splitOf({ figures, facts }: Sheet, keyId: string): Split | undefined {
  const used = figures.lines.find(
    ({ line, split }) => split && line.keyId === keyId && line.excluded.length === 0,
  )
  const key = facts.keys[keyId]
  if (used?.split || !key) return used?.split
  try {
    return prepareSplit(weigh(key, facts.participants, facts.populations), key.rounding)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** Writes the sheet of weights. */
export function* writeWeights(
  { rows }: Weights,
  names: readonly string[],
  words: WorkbookWords,
): Generator<string> {
  const writer = new SheetWriter()
  writer.begin(1, { height: 24 })
  writer.text(place.number, words.weights.title, 'title')
  writer.end()
  writer.begin(2)
  writer.text(place.number, words.weights.howTo, 'quiet')
  writer.end()
  writeAllExact(writer, rows, words)
  writer.begin(5)
  writer.text(place.number, '', 'heading')
  writer.text(place.description, '', 'heading')
  writer.text(scalarColumn, words.weights.sum, 'headingRight')
  for (const [index, name] of names.entries())
    writer.text(place.shares + index, name, 'headingRight')
  writer.end()
  for (const [index, row] of rows.rows.entries()) {
    writeRow(writer, rows.first + index, row)
    if (writer.length > 65_536) yield writer.take()
  }
  yield writer.take()
}

function writeAllExact(
  writer: SheetWriter,
  { rows, first }: WeightRows,
  words: WorkbookWords,
): void {
  const count = rows.filter(({ tellsExact }) => tellsExact).length
  const last = first + Math.max(rows.length, 1) - 1
  const letters = lettersOf(scalarColumn)
  const summed = `SUMIF($A$${first}:$A$${last},"${exactMark}",$${letters}$${first}:$${letters}$${last})`
  writer.begin(allExactRow)
  writer.text(place.number, words.weights.allExact, 'quiet')
  writer.formula(scalarColumn, `IF(${summed}=${count},1,0)`, 1, 'number')
  writer.end()
}

function writeRow(writer: SheetWriter, number: number, row: WeightRow): void {
  const { label, heading, scalar, cells, style = 'whole', tellsExact } = row
  writer.begin(number)
  if (tellsExact) writer.text(place.id, exactMark, 'quiet')
  if (heading) writer.text(place.number, label, 'section')
  else writer.text(place.description, label, 'plain')
  if (scalar) writer.figure(scalarColumn, scalar, style)
  for (const [index, figure] of (cells ?? []).entries())
    writer.figure(place.shares + index, figure, style)
  writer.end()
}
