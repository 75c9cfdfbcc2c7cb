import type { MunicipalityCode, Split } from '@andel/schema/allocation'
import { formatDecimal, formatNumber } from '@andel/schema/money'
import type { CellView } from '../../grid/cell.ts'
import { changeText, countText, kronorText } from '../cells/number-text.ts'
import { defaultSplit, populationDate } from '../figures/default-key.ts'
import { perInhabitant } from '../figures/per-inhabitant.ts'
import type { PopulationRecord } from '../sheet/sheet.ts'
import type { ColumnContext, FixedRow } from './context.ts'

type Painted = Omit<CellView, 'editable'>

/** What a row above or below the lines is called. */
export function fixedRowName(
  row: FixedRow,
  { voice: { t, date }, view }: ColumnContext,
  short = false,
): string {
  if (row === 'change' && view().sheet.past) return t('history.past.change')
  if (short) return t(`budget.shortRow.${row}`)
  if (row !== 'population') return t(`budget.row.${row}`)
  const on = populationDate(view().sheet)
  return on ? t('budget.row.population', { date: date(on) }) : t('budget.row.noPopulation')
}

/** A participant's figure in a row above or below the lines. */
export function participantCell(
  row: FixedRow,
  code: MunicipalityCode,
  context: ColumnContext,
): Painted {
  const { view, saved, voice } = context
  const { sheet, figures, withOre } = view()
  const { t, language, percent } = voice
  const index = figures.codes.indexOf(code)
  const total = figures.totals[index] ?? 0
  switch (row) {
    case 'population': {
      const record = sheet.records[populationDate(sheet) ?? '']?.[code]
      if (!record) return { text: t('budget.cell.missing'), look: 'fault' }
      return {
        text: countText(record.inhabitants, language),
        mark: record.quality === 'PUBLISHED' ? undefined : 'remark',
        title: recordTitle(record, context),
      }
    }
    case 'share': {
      const split = defaultSplit(sheet, figures)
      if (!split) return { text: t('budget.cell.fault'), look: 'fault' }
      return { text: percent(split.percentText(index), split.steps ? undefined : 2) }
    }
    case 'sum':
      return { text: kronorText(total, language, withOre), look: 'strong' }
    case 'perInhabitant':
      return each(perInhabitant(total, inhabitants(context, code)), context)
    case 'change':
      return change(total - (saved().figures.totals[index] ?? 0), context)
  }
}

/** The figure of all participants together. */
export function totalCell(row: FixedRow, context: ColumnContext): Painted {
  const { view, saved, voice } = context
  const { sheet, figures, withOre } = view()
  const { language, percent } = voice
  const { codes, total } = figures
  switch (row) {
    case 'population':
      return { text: countText(inhabitants(context, ...codes), language) }
    case 'share': {
      const split = defaultSplit(sheet, figures)
      return { text: split ? percent(wholeOf(split)) : '' }
    }
    case 'sum':
      return { text: kronorText(total, language, withOre), look: 'strong' }
    case 'perInhabitant':
      return each(perInhabitant(total, inhabitants(context, ...codes)), context)
    case 'change':
      return change(total - saved().figures.total, context)
  }
}

/** What the shares add up to, in per cent: not always 100 when each was rounded alone. */
function wholeOf({ steps }: Split): string {
  if (!steps) return '100'
  const counted = steps.counts.reduce((sum, count) => sum + count, 0)
  return formatDecimal(counted, String(steps.inAll).length - 3) // 1000 steps are tenths of a per cent
}

/** What EACH_ALONE left over, in all. */
export function differenceTotal(row: FixedRow, { view, voice }: ColumnContext): Painted {
  const { figures, withOre } = view()
  if (row !== 'sum') return { text: '' }
  return { text: kronorText(figures.difference, voice.language, withOre), look: 'strong' }
}

function inhabitants({ view }: ColumnContext, ...codes: readonly MunicipalityCode[]): number {
  const { sheet } = view()
  const records = sheet.records[populationDate(sheet) ?? '']
  return codes.reduce((sum, code) => sum + (records?.[code]?.inhabitants ?? 0), 0)
}

function each(kronor: string | undefined, { voice }: ColumnContext): Painted {
  const { language } = voice
  return { text: kronor === undefined ? '' : formatNumber(kronor, { language, decimals: 2 }) }
}

function change(ore: number, { view, voice }: ColumnContext): Painted {
  const text = changeText(ore, voice.language, view().withOre)
  return { text, look: ore === 0 ? 'quiet' : 'changed' }
}

function recordTitle(record: PopulationRecord, { voice: { t } }: ColumnContext): string {
  const { quality, source, revision, note } = record
  return [
    t('budget.cell.source', { quality: t(`budget.quality.${quality}`), source }),
    revision > 1 && t('budget.cell.revision', { revision }),
    note,
  ]
    .filter(Boolean)
    .join('\n')
}
