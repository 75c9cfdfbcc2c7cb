import type { UseBasis } from '@andel/schema/allocation'
import type { Stored } from '../../drafts/take-texts.ts'
import type { SheetColumn } from '../../grid/column.ts'
import { calculatedColumns } from './calculated-columns.ts'
import type { ColumnContext } from './column-context.ts'
import { factColumns } from './fact-columns.ts'
import { partColumns } from './key-parts.ts'
import { typedColumn } from './typed-columns.ts'

/** Who, from when to when, what the key needs to know of each, and what follows from it. */
export function participantColumns(
  narrow: boolean,
  stored: (place: { row: string; column: string }) => Stored,
  context: ColumnContext,
): readonly SheetColumn[] {
  const { t } = context.text
  const { key } = context.standing()
  const ids = partColumns(key)
  const day = (id: 'from' | 'to'): SheetColumn =>
    typedColumn(
      {
        id,
        heading: t(`common.${id}`),
        hint: t(`participants.hint.${id}`),
        align: 'start',
        width: 124,
      },
      stored,
      context,
    )
  const useHint = ({ statistic, period, source }: UseBasis): string =>
    t('participants.hint.use', { statistic, period, source })
  const parts = key.bases.flatMap((basis, index) => {
    if (basis.kind !== 'FIXED' && basis.kind !== 'USE') return []
    const [heading, hint] =
      basis.kind === 'FIXED'
        ? [t('participants.column.fixed'), t('participants.hint.fixed')]
        : [basis.statistic, useHint(basis)]
    const looks = { id: ids[index]!, heading, hint, align: 'end', width: 124 } as const
    return typedColumn(looks, stored, context)
  })
  return [
    ...factColumns(narrow, context),
    day('from'),
    day('to'),
    ...parts,
    ...calculatedColumns(context),
  ]
}
