import type { paste as swedish } from '../sv/paste.ts'

/** Copying, pasting and filling, and what is shown before it is done. */
export const paste: typeof swedish = {
  clipboard: {
    RANGES_DO_NOT_MATCH:
      'Several ranges can be copied together only if they have the same rows or the same columns.',
    cutSeveral: 'Only one range can be cut at a time.',
    SEVERAL_RANGES: 'Select a single range to paste into. Only a single value can go into several.',
    NOTHING_TO_PASTE: 'The clipboard is empty.',
    READ_ONLY: 'Nothing can be pasted here: the cells cannot be typed in.',
    notAllowed: 'The browser does not give a menu access to the clipboard. Press {keys} instead.',
  },

  title: {
    paste: 'Paste {n} cell | Paste {n} cells',
    move: 'Move and change {n} cell | Move and change {n} cells',
    fill: 'Fill {n} cell | Fill {n} cells',
    clear: 'Empty {n} cell | Empty {n} cells',
    enter: 'Type in {n} cell | Type in {n} cells',
    replace: 'Replace in {n} cell | Replace in {n} cells',
  },
  description: 'Nothing has changed yet. This is what it would be.',
  confirm: {
    paste: 'Paste',
    move: 'Move',
    fill: 'Fill',
    clear: 'Empty',
    enter: 'Type',
    replace: 'Replace',
  },
  confirmAdding: {
    paste: 'Paste and add {n} line | Paste and add {n} lines',
    move: 'Move and add {n} line | Move and add {n} lines',
    fill: 'Fill and add {n} line | Fill and add {n} lines',
    clear: 'Empty and add {n} line | Empty and add {n} lines',
    enter: 'Type and add {n} line | Type and add {n} lines',
    replace: 'Replace and add {n} line | Replace and add {n} lines',
  },

  cell: 'Cell',
  cells: 'Cells that change',
  changed: '{n} cell gets another value | {n} cells get another value',
  same: 'No value changes: the same is there already.',
  nothingChanges: 'No value changes.',
  newLine: 'New line',
  more: 'and {n} more',
  effect: 'How the sums of the municipalities change, SEK',
  cannotCalculate: 'After the change it cannot be calculated: {reason}',

  unreadable: '{n} cell cannot be read | {n} cells cannot be read',
  notInList: '“{text}” is not in the list. Choose from: {choices}.',
  skipUnreadable: 'Skip them and take the rest',
  chooseSkip: 'Choose to skip them, or cancel and correct them where you copied.',
  nothingReadable: 'None of this can be read. Cancel and correct it where you copied.',

  addLines: 'Add {n} line at the end of the sheet | Add {n} lines at the end of the sheet',
  sourceHint:
    'Numbers of inhabitants are corrected. Where do they come from? One source is given for all.',

  displaced:
    '{n} typed amount gives way, as its line gets a monthly cost: | {n} typed amounts give way, as their lines get a monthly cost:',
  displacedHint:
    '{n} typed amount gave way to the monthly cost. | {n} typed amounts gave way to the monthly cost.',

  skipped: {
    fixed:
      '{n} cell cannot be typed in and is skipped: | {n} cells cannot be typed in and are skipped:',
    notTheirs:
      '{n} cell is not yours to change and is skipped: | {n} cells are not yours to change and are skipped:',
    calculated: '{n} amount is calculated and skipped: | {n} amounts are calculated and skipped:',
    neverEmpty:
      '{n} cell cannot be empty and is skipped: | {n} cells cannot be empty and are skipped:',
  },
  skippedHint:
    '{n} cell was skipped: it cannot be changed so. | {n} cells were skipped: they cannot be changed so.',
  lostRows: '{n} row has no room and is left out. | {n} rows have no room and are left out.',
  lostColumns:
    '{n} column has no room and is left out. | {n} columns have no room and are left out.',
  passesFolded: 'Lines in folded sections do not change. Unfold them if they should.',
  arranged: {
    filtered: 'The sheet is filtered: only rows that are shown change.',
    sorted: 'The sheet is sorted: rows change in the order in which they are shown.',
    both: 'The sheet is filtered and sorted: only rows that are shown change, in that order.',
  },

  setting: {
    label: 'Show a preview',
    always: 'always',
    overOne: 'above 1 cell',
    overTwenty: 'above 20 cells',
  },
}
