import { computed, onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import { useMedia } from '../ui/useMedia.ts'
import { draftPlace } from '../drafts/draft.ts'
import { useDraftHandlers } from '../drafts/useDraftHandlers.ts'
import { useDrafts } from '../drafts/useDrafts.ts'
import type { CellPlace } from '../grid/cell.ts'
import type { SheetRows } from '../grid/column.ts'
import { useWholeSheet } from '../grid/useWholeSheet.ts'
import { useText } from '../text/useText.ts'
import { columnDate, dateColumn, populationColumns, storedFigure } from './population-columns.ts'
import type { PopulationUses } from './population-uses.ts'
import { isSettable, type Populations } from './populations.ts'
import { readInhabitants } from './read-inhabitants.ts'
import { shownDates } from './shown-dates.ts'

interface PopulationSource {
  readonly populations: Readonly<Ref<Populations>>
  readonly uses: Readonly<Ref<PopulationUses | undefined>>
  /** Shows nobody but those who take part in a joint service. */
  readonly onlyParticipants: Readonly<Ref<boolean>>
  readonly allDates: Readonly<Ref<boolean>>
}

export type PopulationScreen = ReturnType<typeof usePopulationSheet>

/** The figure that is told about. */
export interface FigurePlace {
  readonly code: string
  readonly on: string
}

/** The sheet of populations: municipalities by reference dates, with drafts of new and corrected figures. */
export function usePopulationSheet({
  populations,
  uses,
  onlyParticipants,
  allDates,
}: PopulationSource) {
  const text = useText()
  const drafts = useDrafts(localStorage, 'andel.drafts populations')
  const hint = shallowRef('')
  const looked = shallowRef<FigurePlace>()
  const added = shallowRef<readonly string[]>([])
  const narrow = useMedia('(max-width: 40rem)')

  const wanted = computed(() => {
    const drafted = [...drafts.drafts.value.keys()].map((key) => columnDate(draftPlace(key).column))
    return [...new Set([...added.value, ...drafted.filter((on) => on !== undefined)])]
      .toSorted()
      .join(' ')
  })
  const dates = computed(() =>
    shownDates(
      [...populations.value.figures.keys()],
      new Set(wanted.value.split(' ').filter(Boolean)),
      allDates.value,
    ),
  )
  const columns = computed(() =>
    populationColumns(
      { dates: dates.value, narrow: narrow.value },
      { text, drafts, populations: () => populations.value },
    ),
  )
  const rows = computed<SheetRows>(() => {
    const all = [...populations.value.municipalities.keys()]
    const { participants } = uses.value ?? {}
    const isShown = (code: string): boolean => !onlyParticipants.value || !!participants?.has(code)
    return { above: [], lines: all.filter(isShown), below: [] }
  })

  function figureAt({ row, column }: CellPlace): FigurePlace | undefined {
    const on = columnDate(column)
    return on === undefined ? undefined : { code: row, on }
  }

  const handlers = useDraftHandlers({
    book: drafts,
    cells: {
      stored: ({ row, column }) => storedFigure(populations.value, row, columnDate(column) ?? ''),
      read: (_place, typed) =>
        typed.trim() === '' ? undefined : String(readInhabitants(typed, text.language.value)),
    },
    whyNot: ({ row, column }) => {
      const name = populations.value.municipalities.get(row)?.name
      const isRefused = columnDate(column) !== undefined && !isSettable(populations.value, row)
      return isRefused && name ? text.t('populations.refused', { name }) : undefined
    },
    focused(place) {
      hint.value = ''
      if (looked.value) looked.value = figureAt(place) ?? looked.value
    },
    say: (sentence) => (hint.value = sentence),
  })

  const sheet = useWholeSheet({
    columns,
    rows,
    handlers,
    name: 'populations',
    follows: () => [drafts.drafts.value, populations.value, text.language.value],
  })
  sheet.state.onCommand('undo', () => void drafts.undo())
  sheet.state.onCommand('redo', () => void drafts.redo())
  /** Tells where the figure in the active cell is from. */
  function tell(): void {
    const { value: active } = sheet.state.active
    if (active) looked.value = figureAt(active)
  }
  sheet.state.onCommand('tell', tell)
  sheet.state.onEscape(() => {
    const wasOpen = looked.value !== undefined
    looked.value = undefined
    return wasOpen
  })

  /** Shows a reference date that has no figures yet, and goes to its first cell. */
  function addDate(on: string): void {
    added.value = [...added.value, on]
    const [row] = rows.value.lines
    if (row !== undefined) sheet.state.focus({ row, column: dateColumn(on) })
  }

  onMounted(() => addEventListener('storage', drafts.follow))
  onBeforeUnmount(() => removeEventListener('storage', drafts.follow))

  return { drafts, sheet, hint, looked, figureAt, tell, addDate }
}
