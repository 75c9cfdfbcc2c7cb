import { computed, ref } from 'vue'
import { effectOf } from '../../allocation/effect.ts'
import { isNewRow, type ChangeSet } from '../../grid/change.ts'
import { viewSheet } from '../figures/sheet-view.ts'
import { applyEdits } from '../sheet/apply-edit.ts'
import type { SheetScreen } from '../useSheetScreen.ts'
import { compareCells } from './compare-cells.ts'
import { changedPlaces, readChanges } from './read-changes.ts'
import { takeChanges } from './useChangeSets.ts'

/** A set of changes that waits to be confirmed: what it means, and what must be said first. */
export function usePreview(screen: SheetScreen, set: ChangeSet, newIds: readonly string[]) {
  const { sheet, voice } = screen
  const { meant } = sheet.figures
  /** Whether the lines are added that the set needs. */
  const adds = ref(true)
  /** Whether the rest is taken when something cannot be read. */
  const skips = ref(false)
  /** Where corrected population figures come from. */
  const source = ref('')
  const tried = ref(false)

  const wanted = computed(() => {
    const changes = set.changes.filter(({ place }) => adds.value || !isNewRow(place.row))
    return { ...set, changes }
  })
  const read = computed(() =>
    readChanges(wanted.value, { sheet: meant.value.sheet, language: voice.language, newIds }),
  )
  /** Lines that would be added, asked for or not. */
  const addable = computed(() => {
    const { sheet: now } = meant.value
    return readChanges(set, { sheet: now, language: voice.language, newIds }).added.length
  })
  const after = computed(() =>
    viewSheet(applyEdits(meant.value.sheet, read.value.edits), meant.value),
  )
  const views = computed(() => ({ before: meant.value, after: after.value }))
  const compared = computed(() => compareCells(changedPlaces(read.value), views.value, voice))
  const effect = computed(() => {
    const lineIds = new Set(after.value.sheet.lines.map(({ id }) => id))
    return effectOf(meant.value.figures, after.value.figures, lineIds)
  })

  const needsSource = computed(() => read.value.edits.some(({ kind }) => kind === 'setPopulation'))
  const lacksSource = computed(() => needsSource.value && source.value.trim() === '')
  const lacksConsent = computed(() => read.value.unreadable.length > 0 && !skips.value)

  /** `false`: something must be said first. */
  function confirm(): boolean {
    tried.value = true
    if (lacksSource.value || lacksConsent.value) return false
    const named = { source: source.value.trim() }
    const edits = read.value.edits.map((edit) =>
      edit.kind === 'setPopulation' ? { ...edit, ...named } : edit,
    )
    takeChanges(screen, wanted.value, read.value, edits)
    return true
  }

  return {
    adds,
    addable,
    skips,
    source,
    tried,
    read,
    after,
    views,
    compared,
    effect,
    needsSource,
    lacksSource,
    lacksConsent,
    confirm,
  }
}
