import { bareNumber } from '@andel/schema/money'
import { faultSentence } from '../text/fault-sentence.ts'
import { draftContent, draftText, withDraft } from '../drafts/with-draft.ts'
import type { DraftBook } from '../drafts/useDrafts.ts'
import type { Stored } from '../drafts/take-texts.ts'
import { emptyContent, textContent, type CellContent, type CellView } from '../grid/cell.ts'
import type { SheetColumn } from '../grid/column.ts'
import type { useText } from '../text/useText.ts'
import {
  figureOf,
  isSettable,
  settableOf,
  type Figure,
  type Municipality,
  type Populations,
} from './populations.ts'

/** What columns read when a cell is painted: always the present state. */
export interface ColumnContext {
  readonly text: ReturnType<typeof useText>
  readonly drafts: DraftBook
  populations(): Populations
}

interface ColumnSettings {
  readonly dates: readonly { readonly on: string; readonly shown: boolean }[]
  /** A screen with little room. */
  readonly narrow: boolean
}

const prefix = 'on '
/** Settable municipalities up to which they stand out among all. */
const fewest = 3

export function dateColumn(on: string): string {
  return prefix + on
}

/** The reference date whose column it is; nothing for the others. */
export function columnDate(column: string): string | undefined {
  return column.startsWith(prefix) ? column.slice(prefix.length) : undefined
}

/** Code, name and county, then a column for each reference date. */
export function populationColumns(
  { dates, narrow }: ColumnSettings,
  context: ColumnContext,
): readonly SheetColumn[] {
  const { t } = context.text
  const fact = (id: Fact, width: number, more: Partial<SheetColumn>): SheetColumn => ({
    id,
    heading: t(`populations.column.${id}`),
    align: 'start',
    width,
    cell: (row) => ({ text: factOf(row, id, context), editable: false }),
    content: (row) => textContent(factOf(row, id, context)),
    editor: () => undefined,
    ...more,
  })
  return [
    fact('code', 64, { fixed: true, hidden: narrow }),
    fact('name', narrow ? 128 : 168, { fixed: true, namesRow: true }),
    fact('county', 176, { hidden: narrow }),
    ...dates.map(({ on, shown }) => ({ ...figureColumn(on, context), hidden: !shown })),
  ]
}

type Fact = Exclude<keyof Municipality, 'isSettable'>

function factOf(row: string, id: Fact, { populations }: ColumnContext): string {
  return populations().municipalities.get(row)?.[id] ?? ''
}

function figureColumn(on: string, context: ColumnContext): SheetColumn {
  const { populations, drafts, text } = context
  const { t, counted, date, language } = text
  const known = populations().figures.get(on)?.size ?? 0
  const draftOf = (row: string) => drafts.at({ row, column: dateColumn(on) })
  const valueOf = (row: string): string => storedFigure(populations(), row, on).value
  return {
    id: dateColumn(on),
    heading: on,
    hint: t('populations.hint', { date: date(on), known: counted('populations.known', known) }),
    align: 'end',
    width: 104,
    cell: (row) => figureView(row, on, context),
    content: (row) => draftContent(draftOf(row), valueOf(row), numberContent),
    editor: (row) =>
      isSettable(populations(), row)
        ? {
            kind: 'line',
            text: draftText(draftOf(row), valueOf(row), (value) =>
              value === '' ? '' : bareNumber(value, language.value),
            ),
            figures: true,
          }
        : undefined,
  }
}

/** What is stored of a figure, as drafts have it. */
export function storedFigure(populations: Populations, code: string, on: string): Stored {
  const figure = figureOf(populations, code, on)
  return figure
    ? { value: String(figure.inhabitants), version: figure.revision }
    : { value: '', version: 0 }
}

function numberContent(value: string): CellContent {
  return value === '' ? emptyContent : { kind: 'number', exact: value }
}

function figureView(row: string, on: string, context: ColumnContext): CellView {
  const { populations, drafts, text } = context
  const figure = figureOf(populations(), row, on)
  const editable = isSettable(populations(), row)
  const look = editable && settableOf(populations()).length <= fewest ? 'open' : undefined
  const cell: CellView = figure
    ? {
        text: text.count(figure.inhabitants),
        editable,
        look,
        mark: figure.quality === 'PUBLISHED' && figure.revision === 1 ? undefined : 'remark',
        title: figureTitle(figure, context),
      }
    : { text: '', editable, look }
  const stored = storedFigure(populations(), row, on)
  return withDraft(cell, drafts.at({ row, column: dateColumn(on) }), stored, {
    t: text.t,
    shown: (value) => text.count(Number(value)),
    fault: ({ code, details }) =>
      faultSentence(code, details, { ...text, language: text.language.value }),
  })
}

function figureTitle(
  { quality, source, revision, note }: Figure,
  { text: { t } }: ColumnContext,
): string {
  return [
    t('populations.source', { quality: t(`municipality.${quality}`), source }),
    revision > 1 && t('populations.revision', { revision }),
    note,
  ]
    .filter(Boolean)
    .join('\n')
}
