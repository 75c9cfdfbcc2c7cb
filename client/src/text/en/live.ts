import type { live as swedish } from '../sv/live.ts'

export const live: typeof swedish = {
  here: 'In the budget right now',
  more: '+{n}',
  moreLabel: '{n} more is here | {n} more are here',
  at: '{name}, {place}',
  atHere: '{name} is here',
  typing: '{name} is typing …',
  typingAt: '{name} is typing in {place}',
  alsoTyping: '{name} is typing in this cell too. Whoever saves last chooses the value.',
  changedBy: 'Just changed by {name}',
  cellsBy: '{name} · {n} cells',

  column: {
    section: 'section',
    description: 'description',
    workload: 'posts',
    months: 'months',
    monthlyCost: 'monthly cost',
    amount: 'amount',
    keyId: 'key',
    moneySource: 'money source',
    kind: 'kind',
    note: 'note',
    decision: 'decision',
  },
  place: {
    cell: '{column} in line {number}',
    population: 'the inhabitants of {name}',
  },

  told: {
    sentence: '{name} {what}.',
    and: ' and ',
    cell: 'changed {place}',
    cells: 'changed {n} cell | changed {n} cells',
    lineAdded: 'added line {number}: {line}',
    linesAdded: 'added {n} line | added {n} lines',
    lineRemoved: 'removed the line “{line}”',
    linesRemoved: 'removed {n} line | removed {n} lines',
    moved: 'moved lines',
    other: 'changed what the budget rests on',
  },

  line: {
    live: 'What others change is shown at once',
    away: 'No live connection – your changes are saved all the same',
  },
  rightsChanged: 'Your rights have changed. {what}',
  mayAll: 'You can now change the budget.',
}
