import type { populations as sv } from '../sv/populations.ts'

export const populations: typeof sv = {
  title: 'Inhabitants',
  lede: 'The population of the municipalities on each reference date. What is typed here is saved once it has been reviewed.',
  sheet: 'Inhabitants by municipality and reference date',
  link: 'Open all reference dates as a sheet',
  column: { code: 'Code', name: 'Municipality', county: 'County' },
  hint: '{date}: {known}',
  known: '{n} figure | {n} figures',
  source: '{quality}: {source}',
  revision: 'Revision {revision}',
  onlyParticipants: 'Participants only',
  onlyParticipantsHint: 'Show only municipalities that take part in a joint service',
  allDates: 'All dates',
  newDate: 'New reference date',
  noParticipants: 'No municipality takes part in a joint service.',
  refused: 'You cannot change the population of {name}.',
  mayNone: 'You can read and copy the figures but not change them.',
  mayOf: 'You can change the figures of {names}.',
  mayMany:
    'You can change the figures of {n} of the municipalities: those in your joint service, and those in none.',
  stored: '{n} figure is saved. | {n} figures are saved.',
  farOff: 'more than 5 %',
  against: 'compared with {date}',
  review: {
    title: 'Review the figures',
    description:
      'All is saved at once or not at all. A correction becomes a new revision; the old one stays.',
    farOff:
      '{n} of {all} is more than 5 per cent off. Is it in the right row? | {n} of {all} are more than 5 per cent off. Are they in the right rows?',
    source: 'Source',
    sourceHint:
      'Where the figures are from, such as Statistics Sweden, population 31 December 2024.',
    note: 'Note',
    noteHint: 'Such as why a figure is corrected.',
  },
  panel: {
    title: 'The figure',
    open: 'Show source and revisions',
    none: 'No figure',
    draft: 'Not saved: {figure}',
    budgets: 'Used by',
    noBudgets: 'No budget uses the figure.',
    history: 'Revisions',
  },
  addDate: {
    title: 'New reference date',
    description: 'An empty column to type or paste figures in.',
    label: 'Reference date',
    hint: 'Year-month-day, such as 2025-12-31.',
    wrong: 'There is no such date. Write it as year-month-day, such as 2025-12-31.',
    confirm: 'Add the column',
  },
}
