import { sectionsOf } from '@andel/schema/budget'
import { computed, nextTick, type Ref } from 'vue'
import type { ChangeSet } from '../../grid/change.ts'
import { foldStore } from '../../grid/rows/fold-store.ts'
import { stepMove, type MoveWay, type RowMove } from '../../grid/rows/row-move.ts'
import { useFolds } from '../../grid/rows/useFolds.ts'
import type { GridControl } from '../../grid/useGridState.ts'
import type { OpenSheet } from '../open-sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import { moveLines, moveSection, setSection, type LineTarget } from './move-lines.ts'
import type { PlacedLine } from './reorder.ts'
import { hasSections, headedSection, sectionGroups, sectionRow } from './section-rows.ts'
import { sectionViews } from './section-view.ts'

interface SectionsOptions {
  readonly sheet: OpenSheet
  readonly voice: SheetVoice
  readonly grid: Readonly<Ref<GridControl | undefined>>
  readonly editable: Readonly<Ref<boolean>>
  readonly spoken: Ref<string>
  readonly hint: Ref<string | undefined>
}

export type Sections = ReturnType<typeof useSections>

/** The sections of an open budget: what stands in which, what is folded, and how lines and sections move. */
export function useSections(options: SectionsOptions) {
  const { sheet, voice, grid, editable, spoken, hint } = options
  const { steps, figures } = sheet
  const { t } = voice
  const lines = () => figures.present.value.lines

  // changes with the places of lines, not with every figure
  const places = computed(() => JSON.stringify(lines().map(({ id, section }) => [id, section])))
  const placed = computed(() =>
    (JSON.parse(places.value) as [string, string][]).map(([id, section]) => ({ id, section })),
  )
  const groups = computed(() => sectionGroups(placed.value))
  const folds = useFolds({ groups, store: foldStore(localStorage, sheet.committed.value.id) })
  /** All sections, in order, each with its lines; the one without a name is among them. */
  const list = computed(() => sectionsOf<PlacedLine>(placed.value))

  /** Puts lines in a section, which is shown then. */
  async function put(ids: readonly string[], name: string): Promise<void> {
    steps.run('section', setSection(lines(), ids, name))
    spoken.value = name ? t('sections.spoken.put', { name }) : t('sections.spoken.taken')
    await showLine(ids[0])
  }

  /** Gives all lines of a section another name, or that of another section, which takes them in. */
  async function rename(from: string, to: string): Promise<void> {
    const ids = list.value.find(({ name }) => name === from)?.lines.map(({ id }) => id) ?? []
    const isTaken = list.value.some(({ name }) => name === to)
    if (!isTaken) folds.rename(sectionRow(from), sectionRow(to))
    steps.run('section', setSection(lines(), ids, to))
    spoken.value = t('sections.spoken.renamed', { name: to || t('sections.none') })
    await nextTick()
    if (hasSections(lines())) grid.value?.focus({ row: sectionRow(to), column: 'description' })
    else await showLine(ids[0])
  }

  async function showLine(id: string | undefined, column = 'description'): Promise<void> {
    if (id === undefined) return
    folds.show(id)
    await nextTick()
    grid.value?.focus({ row: id, column })
  }

  /** Whether a row, a line or a header, could be moved one step. */
  function canMove(row: string, way: MoveWay): boolean {
    const all = groups.value.flatMap((group) => [
      ...(group.header ? [group.header] : []),
      ...group.lines,
    ])
    return stepMove([row], way, { lines: all, groups: groups.value }) !== undefined
  }

  function mayMove(arranged: ChangeSet['arranged']): boolean {
    if (!editable.value) return false
    if (arranged === undefined || arranged === 'filtered') return true
    hint.value = t('sections.sorted')
    return false
  }

  function move({ rows, after }: RowMove): void {
    const [first] = rows
    if (first === undefined) return
    const name = headedSection(first)
    if (name === undefined) return moveTo(rows, targetOf(after))
    const above = after === undefined ? undefined : headedSection(after)
    steps.run('moveLine', moveSection(lines(), name, above))
    const number = list.value.findIndex((section) => section.name === name) + 1
    const values = { name: name || t('sections.none'), number, n: list.value.length }
    spoken.value = t('sections.spoken.sectionMoved', values)
  }

  function moveTo(ids: readonly string[], target: LineTarget): void {
    const before = lines().find(({ id }) => id === ids[0])?.section
    steps.run('moveLine', moveLines(lines(), ids, target))
    folds.show(ids[0] ?? '')
    const number = (figures.meant.value.rows.get(ids[0] ?? '')?.index ?? 0) + 1
    const section = target.section || t('sections.none')
    spoken.value =
      before === target.section
        ? t('budget.spoken.lineMoved', { number })
        : t('sections.spoken.lineMoved', { number, section })
  }

  function targetOf(after: string | undefined): LineTarget {
    const first = lines()[0]?.section ?? ''
    if (after === undefined) return { section: first, afterLineId: null }
    const headed = headedSection(after)
    if (headed !== undefined) return { section: headed, afterLineId: null }
    const section = lines().find(({ id }) => id === after)?.section ?? first
    return { section, afterLineId: after }
  }

  return {
    groups,
    folds,
    list,
    view: sectionViews(lines, () => figures.shown.value.figures),
    isHeaded: computed(() => hasSections(placed.value)),
    put,
    rename,
    canMove,
    mayMove,
    move,
  }
}
