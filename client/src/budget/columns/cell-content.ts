import type { MunicipalityCode } from '@andel/schema/allocation'
import { formatDecimal } from '@andel/schema/money'
import { emptyContent, textContent, type CellContent } from '../../grid/cell.ts'
import type { TypedField } from '../cells/read-field.ts'
import { defaultSplit, populationDate } from '../figures/default-key.ts'
import { perInhabitant } from '../figures/per-inhabitant.ts'
import { fixedRowName } from './fixed-cells.ts'
import { isFixedRow, type ColumnContext, type FixedRow } from './context.ts'

/** What the cell of a field holds. */
export function fieldContent(row: string, field: TypedField, context: ColumnContext): CellContent {
  if (isFixedRow(row)) {
    if (field === 'description') return textContent(fixedRowName(row, context))
    return field === 'amount' ? totalContent(row, context) : emptyContent
  }
  const found = context.view().rows.get(row)
  if (!found) return emptyContent
  const { line, figures } = found
  const { t } = context.voice
  switch (field) {
    case 'workload':
      return decimal(line.workload, 2)
    case 'months':
      return decimal(line.months, 1)
    case 'monthlyCost':
      return decimal(line.monthlyCost, 2)
    case 'amount': {
      const isEmpty = line.monthlyCost === null && line.amount === null
      return isEmpty ? emptyContent : decimal(figures?.amount ?? null, 2)
    }
    case 'keyId':
      return textContent(context.view().sheet.keys[line.keyId]?.name ?? '')
    case 'moneySource':
      return textContent(t(`budget.moneySource.${line.moneySource}`))
    case 'kind':
      return textContent(t(`budget.kind.${line.kind}`))
    case 'section':
    case 'description':
    case 'note':
    case 'decision':
      return textContent(line[field])
  }
}

/** What the cell of a participant holds: its share of a line, or its figure in a row that stays in view. */
export function participantContent(
  row: string,
  code: MunicipalityCode,
  context: ColumnContext,
): CellContent {
  const { sheet, figures, rows } = context.view()
  const index = figures.codes.indexOf(code)
  if (!isFixedRow(row)) {
    const line = rows.get(row)?.figures
    if (!line || line.fault || line.line.excluded.includes(code)) return emptyContent
    return decimal(line.shares[index] ?? 0, 2)
  }
  const total = figures.totals[index] ?? 0
  const inhabitants = sheet.records[populationDate(sheet) ?? '']?.[code]?.inhabitants
  switch (row) {
    case 'population':
      return decimal(inhabitants ?? null, 0)
    case 'share': {
      const percent = defaultSplit(sheet, figures)?.percentText(index)
      return percent === undefined
        ? emptyContent
        : { kind: 'number', exact: percent, unit: 'percent' }
    }
    case 'sum':
      return decimal(total, 2)
    case 'perInhabitant':
      return exactly(perInhabitant(total, inhabitants ?? 0))
    case 'change':
      return decimal(total - (context.saved().figures.totals[index] ?? 0), 2)
  }
}

/** What EACH_ALONE left over in a row. */
export function differenceContent(row: string, { view }: ColumnContext): CellContent {
  const { figures, rows } = view()
  if (isFixedRow(row)) return row === 'sum' ? decimal(figures.difference, 2) : emptyContent
  return decimal(rows.get(row)?.figures?.difference || null, 2)
}

function totalContent(row: FixedRow, context: ColumnContext): CellContent {
  const { sheet, figures } = context.view()
  const records = Object.entries(sheet.records[populationDate(sheet) ?? ''] ?? {})
  const inhabitants = records
    .filter(([code]) => figures.codes.includes(code))
    .reduce((sum, [, record]) => sum + record.inhabitants, 0)
  switch (row) {
    case 'population':
      return decimal(inhabitants, 0)
    case 'share':
      return emptyContent
    case 'sum':
      return decimal(figures.total, 2)
    case 'perInhabitant':
      return exactly(perInhabitant(figures.total, inhabitants))
    case 'change':
      return decimal(figures.total - context.saved().figures.total, 2)
  }
}

function decimal(value: number | null, places: number): CellContent {
  return value === null ? emptyContent : exactly(formatDecimal(value, places))
}

function exactly(exact: string | undefined): CellContent {
  return exact === undefined ? emptyContent : { kind: 'number', exact }
}
