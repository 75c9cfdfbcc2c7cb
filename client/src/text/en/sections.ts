import type { sv } from '../sv/index.ts'

export const sections: typeof sv.sections = {
  none: 'No section',
  lines: '{n} line | {n} lines',
  hidden: '{n} hidden line | {n} hidden lines',
  sorted: 'The sheet is sorted. Remove the sorting to move lines.',
  typing: 'Press F2 to rename the section. Its sums are calculated.',

  menu: {
    label: 'Section',
    put: 'Put in a section …',
    rename: 'Rename the section …',
    foldAll: 'Collapse all',
    unfoldAll: 'Expand all',
  },

  put: {
    title: 'Put in a section',
    one: 'The line “{name}”',
    many: '{n} line | {n} lines',
    field: 'Section',
    hint: 'Choose a section or type a new name.',
    create: 'New section: “{name}”',
    confirm: 'Choose',
  },

  rename: {
    title: 'Rename the section',
    titleNone: 'Give the lines without a section one',
    field: 'Name',
    merges: 'There is a section “{name}” already. {lines} will come last in it.',
    dissolves: 'Without a name the lines come under “No section”.',
    confirm: 'Rename',
    merge: 'Merge',
    dissolve: 'Remove the section',
  },

  spoken: {
    put: 'Now in the section {name}.',
    taken: 'Now in no section.',
    renamed: 'The section is now called {name}.',
    lineMoved: 'The line is now number {number}, in {section}.',
    sectionMoved: '{name} is now section {number} of {n}.',
  },
}
