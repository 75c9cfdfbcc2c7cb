import { computed, type Ref } from 'vue'
import { arrangedLines } from '../../grid/arrange/applied.ts'
import type { SheetRows } from '../../grid/column.ts'
import { foldRows } from '../../grid/rows/fold-rows.ts'
import type { Sections } from './useSections.ts'

/** The rows of a sheet with headers among its lines, and without what is folded. */
export function useSectionRows(
  rows: Readonly<Ref<SheetRows>>,
  { groups, folds, isHeaded }: Sections,
): Readonly<Ref<SheetRows>> {
  return computed(() => ({
    ...rows.value,
    lines: foldRows(arrangedLines(groups.value, undefined), groups.value, folds.folded.value),
    groups: isHeaded.value ? groups.value : undefined,
  }))
}
