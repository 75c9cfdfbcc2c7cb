import { computed, type Ref } from 'vue'
import type { SheetRows } from '../../grid/column.ts'
import { foldRows } from '../../grid/rows/fold-rows.ts'
import type { Sections } from './useSections.ts'

/** The rows of a sheet, whose lines stand in sections, without what is folded. */
export function useSectionRows(
  rows: Readonly<Ref<SheetRows>>,
  { groups, folds, isHeaded }: Sections,
): Readonly<Ref<SheetRows>> {
  return computed(() => ({
    ...rows.value,
    lines: foldRows(rows.value.lines, groups.value, folds.folded.value),
    groups: isHeaded.value ? groups.value : undefined,
  }))
}
