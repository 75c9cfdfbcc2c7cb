/** What whoever looks may do, and what not. */
export const rights = {
  summary: {
    reads: 'You can read and copy the figures and have them explained, but not change them.',
    figures:
      'You can change the population of {names}. No line is open to you; the co-ordinator changes the rest.',
    opened:
      'You can change the coloured cells: the population of {names} and the figures of the line that is open to you. | You can change the coloured cells: the population of {names} and the figures of the {n} lines that are open to you.',
  },
  refused: {
    reads: 'You can read the budget but not change it.',
    coordinator: 'Only the co-ordinator changes this.',
    notOpened: 'The line is not open to {names}.',
    figures: 'You can only change the population of {names}.',
  },
  openFor: 'Open to {names}',

  opening: {
    tool: 'Open to municipalities …',
    title: 'Open to municipalities',
    description:
      'The finance officers of the municipalities you choose can change posts, months, cost, amount and note. Only you change the rest.',
    one: 'The line “{name}”',
    many: '{n} line | {n} lines',
    some: '{n} of {all} lines',
    all: 'All',
    none: 'None',
    confirm: 'Save',
  },

  remark: {
    tool: 'Remark for {name} …',
    title: 'Remark for {name}',
    description:
      'Seen only by you in {name}. It is no part of the budget and does not go to Excel.',
    told: 'Remark for {name}: {text}',
    nothing: 'No remark.',
    confirm: 'Save',
    saved: 'The remark is saved.',
  },

  none: {
    title: 'You do not have the right',
    fetch: 'Only co-ordinators and finance officers fetch populations.',
    intake: 'Only co-ordinators read budgets from files.',
    agreement: 'Only co-ordinators set up new agreements.',
    text: 'This is for those who work with budgets. You can read municipalities and populations.',
  },
}
