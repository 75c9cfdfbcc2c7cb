import type { drafts as sv } from '../sv/drafts.ts'

export const drafts: typeof sv = {
  label: 'Changes that are not saved',
  none: 'No changes',
  changed: '{n} changed figure | {n} changed figures',
  unreadable: '{n} cannot be read',
  overtaken: '{n} changed by somebody else',
  onlyHere: 'The changes are in this browser alone until they are reviewed and saved.',
  review: 'Review',
  undo: 'Undo',
  redo: 'Redo',
  nothing: 'nothing',
  cell: {
    changed: 'Changed, not saved. Saved is: {present}.',
    overtaken: 'Somebody else has changed this to {present} since you typed. Review and choose.',
  },
  hint: {
    unreadable: '{n} cell could not be read. | {n} cells could not be read.',
    kept: 'The cell cannot be emptied. | {n} cells cannot be emptied.',
    skipped:
      '{n} cell cannot be typed in and was skipped. | {n} cells cannot be typed in and were skipped.',
    lostRows: 'There was no room for {n} row. | There was no room for {n} rows.',
    lostColumns: 'There was no room for {n} column. | There was no room for {n} columns.',
    arranged: 'The sheet is sorted or filtered: the changes stand in the rows that are shown.',
  },
}
