import type { Edit } from './edit.ts'

export type CellEdit = Extract<Edit, { kind: 'setLine' }>

/** Whether an edit sets cells of a line and leaves all lines where they are. */
export function isOfCells(edit: Edit): edit is CellEdit {
  return edit.kind === 'setLine' && edit.fields.section === undefined
}

/** Edits in their order, those of cells that follow each other together: they can be made at once. */
export function cellRuns(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const runs: Edit[][] = []
  let open: Edit[] | undefined
  for (const edit of edits) {
    if (open && isOfCells(edit)) {
      open.push(edit)
      continue
    }
    const run = [edit]
    runs.push(run)
    open = isOfCells(edit) ? run : undefined
  }
  return runs
}
