import type { MunicipalityCode } from '@andel/schema/allocation'
import type { LineFigures } from '@andel/schema/budget'
import type { CellView } from '../../grid/cell.ts'
import { kronorText } from '../cells/number-text.ts'
import { faultSentence } from '../../text/fault-sentence.ts'
import type { ColumnContext } from './context.ts'

/** A participant's share of a line. Nothing, no party to the line and cannot be calculated look different. */
export function shareCell(
  line: LineFigures | undefined,
  code: MunicipalityCode,
  context: ColumnContext,
): CellView {
  const { voice, view } = context
  const { t, language } = voice
  const { figures, withOre, sheet } = view()
  if (!line) return { text: '', editable: false }
  if (line.fault) {
    const title = faultSentence(line.fault.code, line.fault.details, voice)
    return { text: t('budget.cell.fault'), editable: false, look: 'share fault', title }
  }
  if (line.line.excluded.includes(code)) {
    const title = t('budget.cell.notPartOfTitle', { name: sheet.names[code] ?? code })
    return { text: t('budget.cell.notPartOf'), editable: false, look: 'share absent', title }
  }
  const share = line.shares[figures.codes.indexOf(code)] ?? 0
  return { text: kronorText(share, language, withOre), editable: false, look: 'share' }
}

/** What is left of a line when every share is rounded by itself. */
export function differenceCell(line: LineFigures | undefined, context: ColumnContext): CellView {
  const { view, voice } = context
  const text = line?.difference ? kronorText(line.difference, voice.language, view().withOre) : ''
  return { text, editable: false, look: 'result' }
}
