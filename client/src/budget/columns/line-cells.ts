import { isPosition, type LineFigures } from '@andel/schema/budget'
import type { CellView } from '../../grid/cell.ts'
import { faultSentence } from '../../text/fault-sentence.ts'
import { kronorText, monthsText, postsText } from '../cells/number-text.ts'
import type { TypedField } from '../cells/read-field.ts'
import { formulaOf, type FormulaValue } from '../sheet/formulas.ts'
import type { SheetLine } from '../sheet/sheet.ts'
import type { ColumnContext } from './context.ts'

type Painted = Omit<CellView, 'editable'>

/** What the cell of a field shows in a line; where its value was typed as a formula, a corner tells. */
export function lineCell(
  field: TypedField,
  line: SheetLine,
  figures: LineFigures | undefined,
  context: ColumnContext,
): Painted {
  const cell = fieldCell(field, line, figures, context)
  const formula = field in formulaOf ? line[formulaOf[field as FormulaValue]] : null
  if (formula === null) return cell
  const typed = context.voice.t('formula.typedAs', { formula })
  return { ...cell, mark: 'remark', title: cell.title ? `${typed}\n${cell.title}` : typed }
}

function fieldCell(
  field: TypedField,
  line: SheetLine,
  figures: LineFigures | undefined,
  context: ColumnContext,
): Painted {
  const { voice } = context
  const { sheet, withOre } = context.view()
  const { t, language } = voice
  switch (field) {
    case 'description':
      return describe(line, context)
    case 'workload':
      return partOfPosition(
        line,
        line.workload === null ? null : postsText(line.workload, language),
        postsText(0, language),
        t('budget.cell.noWorkload'),
        context,
      )
    case 'months':
      return partOfPosition(
        line,
        line.months === null ? null : monthsText(line.months, language),
        monthsText(0, language),
        t('budget.cell.noMonths'),
        context,
      )
    case 'monthlyCost':
      return {
        text: line.monthlyCost === null ? '' : kronorText(line.monthlyCost, language, withOre),
      }
    case 'amount':
      return amount(line, figures, context)
    case 'keyId':
      return { text: sheet.keys[line.keyId]?.name ?? t('budget.cell.missing') }
    case 'moneySource':
      return { text: t(`budget.moneySource.${line.moneySource}`) }
    case 'kind':
      return { text: t(`budget.kind.${line.kind}`) }
    case 'section':
    case 'note':
    case 'decision':
      return { text: line[field] }
  }
}

/** The name of the line; a corner tells that there is more to read, a tag that it is a revenue. */
function describe(line: SheetLine, { voice: { t }, view, about }: ColumnContext): Painted {
  const { names } = view().sheet
  const { signs, words = [] } = about?.(line) ?? {}
  const more = [
    line.decision && t('budget.cell.decided', { decision: line.decision }),
    line.note && t('budget.cell.noted', { note: line.note }),
    line.excluded.length > 0 &&
      t('budget.cell.leftOut', {
        names: line.excluded.map((code) => names[code] ?? code).join(', '),
      }),
  ].filter(Boolean)
  const title = [...more, ...words].join('\n')
  return {
    text: line.description,
    tag: line.kind === 'REVENUE' ? t('budget.kind.REVENUE') : undefined,
    mark: more.length > 0 ? 'remark' : undefined,
    signs: signs?.length ? signs : undefined,
    title: title || undefined,
  }
}

/** Workload or months: of use in a position only, where an empty one counts as 0 and is shown as it counts. */
function partOfPosition(
  line: SheetLine,
  typed: string | null,
  none: string,
  meaning: string,
  { voice: { t } }: ColumnContext,
): Painted {
  if (isPosition(line)) {
    return typed === null ? { text: none, look: 'quiet', title: meaning } : { text: typed }
  }
  if (typed === null) return { text: '' }
  return { text: typed, look: 'quiet', title: t('budget.cell.notUsedWithoutMonthlyCost') }
}

function amount(
  line: SheetLine,
  figures: LineFigures | undefined,
  { voice, view }: ColumnContext,
): Painted {
  const { t, language } = voice
  const { withOre } = view()
  if (figures?.fault) {
    const { code, details } = figures.fault
    return {
      text: t('budget.cell.fault'),
      look: 'fault',
      title: faultSentence(code, details, voice),
    }
  }
  const text = figures?.amount === undefined ? '' : kronorText(figures.amount, language, withOre)
  if (!isPosition(line)) return { text: line.amount === null ? '' : text }
  const title = t('budget.cell.calculated', {
    workload: postsText(line.workload ?? 0, language),
    months: monthsText(line.months ?? 0, language),
    monthlyCost: kronorText(line.monthlyCost, language, line.monthlyCost % 100 !== 0),
  })
  return { text, look: 'result', title }
}
