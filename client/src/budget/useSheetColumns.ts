import { computed, type Ref } from 'vue'
import type { SheetColumn, SheetRows } from '../grid/column.ts'
import { withComments } from '../comment/with-comments.ts'
import { shortKey } from '../allocation/short-key.ts'
import { rowsAbove, rowsBelow, type ColumnContext } from './columns/context.ts'
import type { ListChoices } from './columns/editor-requests.ts'
import { withNow } from '../history/travel/with-now.ts'
import { figureWidths } from './columns/figure-widths.ts'
import { sheetColumns } from './columns/sheet-columns.ts'
import { withLive } from './live/with-live.ts'
import { lineMarks } from './rights/line-marks.ts'
import { withSections, type SectionContext } from './sections/section-columns.ts'
import type { SheetScreen } from './useSheetScreen.ts'

interface ColumnOptions {
  readonly screen: SheetScreen
  readonly details: Readonly<Ref<boolean>>
  readonly narrow: Readonly<Ref<boolean>>
}

/** The columns and rows of the sheet as it now is. */
export function useSheetColumns({ screen, details, narrow }: ColumnOptions) {
  const { sheet, voice, live, conflicts, editable, rights, remarks, dialog, why, sections } = screen
  const { shown, meant, saved } = sheet.figures

  const context: ColumnContext = {
    voice,
    view: () => shown.value,
    saved: () => saved.value,
    held: (id) => conflicts.byCell.value.get(id),
    waits: (id) => conflicts.waiting.value.has(id),
    explained: () => why.value,
    mayEdit: (row, column) => rights.mayEdit({ row, column }),
    showsOpen: rights.showsOpen,
    about: (line) => lineMarks(line, remarks.of(line.id), shown.value.sheet, voice),
  }
  const sectionContext: SectionContext = {
    ...context,
    voice,
    section: sections.view,
    isFolded: (row) => sections.folds.folded.value.has(row),
    mayMove: () => editable.value,
  }
  const choices: ListChoices = {
    keys: () =>
      Object.entries(shown.value.sheet.keys).map(([value, key]) => ({
        value,
        label: key.name,
        detail: shortKey(key, voice),
      })),
    keyActions: (lineId) => [
      {
        label: voice.t('key.change'),
        run: () => {
          const keyId = shown.value.rows.get(lineId)?.line.keyId
          if (keyId !== undefined) dialog.value = { kind: 'key', keyId, lineId }
        },
      },
      { label: voice.t('key.new'), run: () => (dialog.value = { kind: 'key', lineId }) },
    ],
  }

  const difference = computed(() => {
    const { lines, keys } = shown.value.sheet
    return lines.some(({ keyId }) => keys[keyId]?.rounding.residualRule === 'EACH_ALONE')
  })
  // by what is meant, not by what is being typed: columns do not move under the hands
  const widths = computed(() => figureWidths(meant.value, voice.language))
  const participants = computed(() => shown.value.figures.codes.join(' '))

  const settings = computed(() => ({
    participants: participants.value.split(' ').filter(Boolean),
    names: sheet.committed.value.names,
    details: details.value,
    difference: difference.value,
    widths: widths.value,
    narrow: narrow.value,
  }))
  const columns = computed<readonly SheetColumn[]>(() => {
    const columns = sheetColumns(settings.value, context, choices)
    if (sheet.past) {
      const now = sheetColumns(settings.value, { ...context, view: () => saved.value }, choices)
      return withNow(columns, now, sheet.past.marks, voice).map((column) =>
        withSections(column, sectionContext),
      )
    }
    return columns
      .map((column) => withComments(withSections(column, sectionContext), screen.comments))
      .map((column) => withLive(column, live))
  })

  const lineIds = computed(() => shown.value.sheet.lines.map(({ id }) => id).join('\n'))
  const rows = computed<SheetRows>(() => ({
    above: rowsAbove,
    lines: lineIds.value.split('\n').filter(Boolean),
    below: rowsBelow,
  }))

  return { columns, rows }
}
