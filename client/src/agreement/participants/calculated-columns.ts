import { emptyContent, type CellContent, type CellView } from '../../grid/cell.ts'
import type { SheetColumn } from '../../grid/column.ts'
import { sumRow, type ColumnContext } from './column-context.ts'
import { percentSum } from './sums.ts'

type Looks = Pick<SheetColumn, 'id' | 'heading' | 'hint' | 'width'>

interface Calculated {
  /** Exact, by municipality code. */
  readonly values: ReadonlyMap<string, string>
  readonly sum: string
  readonly unit?: 'percent'
}

/** A column that follows from the others. */
function calculatedColumn(
  looks: Looks,
  calculate: () => Calculated,
  context: ColumnContext,
): SheetColumn {
  const { standing, text, weighed } = context

  function valueOf(row: string): string | undefined {
    const { values, sum } = calculate()
    if (row === sumRow) return sum === '' ? undefined : sum
    const found = standing().rows.get(row)
    return found?.isFirst ? values.get(found.code) : undefined
  }

  function cell(row: string): CellView {
    const value = valueOf(row)
    const { unit } = calculate()
    if (value !== undefined) {
      const shown = unit ? text.percent(value) : text.count(Number(value))
      return { text: shown, editable: false, look: row === sumRow ? 'strong' : 'result' }
    }
    const found = standing().rows.get(row)
    const isAbsent = found && !weighed().months.has(found.code)
    return isAbsent && found.isFirst
      ? { text: '–', editable: false, look: 'absent', title: text.t('participants.notThen') }
      : { text: '', editable: false, look: 'result' }
  }

  function content(row: string): CellContent {
    const exact = valueOf(row)
    const { unit } = calculate()
    if (exact === undefined) return emptyContent
    return { kind: 'number', exact, ...(unit && { unit }) }
  }

  return { ...looks, align: 'end', cell, content, editor: () => undefined }
}

/** Inhabitants, months, weights and shares: as far as they say something about the key. */
export function calculatedColumns(context: ColumnContext): readonly SheetColumn[] {
  const { weighed, viewpoint, populations, standing, text } = context
  const { t, date } = text
  const { on, year } = viewpoint()
  const { key } = standing()
  const hasPopulation = key.bases.some(({ kind }) => kind === 'POPULATION')
  const isPartYear = [...weighed().months.values()].some((months) => months !== 12)
  const isOnlyPopulation = hasPopulation && key.bases.length === 1 && !isPartYear

  function inhabitants(): Calculated {
    const codes = [...standing().rows.values()].map(({ code }) => code)
    const figures = populations()?.figures.get(on ?? '')
    const values = codes.flatMap((code): [string, string][] => {
      const figure = figures?.get(code)
      return figure ? [[code, String(figure.inhabitants)]] : []
    })
    const counted = new Map(values.filter(([code]) => weighed().months.has(code)))
    return { values: new Map(values), sum: sumOf([...counted.values()].map(BigInt)) }
  }

  const columns: readonly (false | SheetColumn)[] = [
    hasPopulation &&
      calculatedColumn(
        {
          id: 'inhabitants',
          heading: t('participants.column.inhabitants'),
          hint: on && t('participants.hint.inhabitants', { date: date(on) }),
          width: 104,
        },
        inhabitants,
        context,
      ),
    isPartYear &&
      calculatedColumn(
        {
          id: 'months',
          heading: t('participants.column.months'),
          hint: t('participants.hint.months', { year }),
          width: 92,
        },
        () => ({
          values: new Map([...weighed().months].map(([code, months]) => [code, String(months)])),
          sum: '',
        }),
        context,
      ),
    weighed().weights.size > 0 &&
      !isOnlyPopulation &&
      calculatedColumn(
        {
          id: 'weight',
          heading: t('participants.column.weight'),
          hint: t('participants.hint.weight'),
          width: 112,
        },
        () => {
          const { weights } = weighed()
          return {
            values: new Map([...weights].map(([code, weight]) => [code, String(weight)])),
            sum: sumOf([...weights.values()]),
          }
        },
        context,
      ),
    calculatedColumn(
      {
        id: 'share',
        heading: t('participants.column.share'),
        hint: t('participants.hint.share'),
        width: 104,
      },
      () => {
        const { shares } = weighed()
        const isWhole = shares.size > 0
        return {
          values: shares,
          sum: isWhole ? wholeOf([...shares.values()]) : '',
          unit: 'percent',
        }
      },
      context,
    ),
  ]
  return columns.filter((column) => column !== false)
}

/** What shares add up to: 100, but for the last decimals of shares that are not rounded to a step. */
function wholeOf(shares: readonly string[]): string {
  const sum = percentSum(shares)
  return Math.abs(Number(sum) - 100) < 0.01 ? '100' : sum
}

function sumOf(values: readonly bigint[]): string {
  return String(values.reduce((total, value) => total + value, 0n))
}
