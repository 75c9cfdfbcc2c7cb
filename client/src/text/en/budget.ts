/** The sheet. */
export const budget = {
  title: 'Budget',
  sheet: 'Budget sheet {year} of {service}',
  notFoundTitle: 'There is no such budget',
  notFoundText: 'The joint service {slug} has no budget for {year}.',
  toBudgets: 'To the budgets',
  total: 'Total',
  totalOf: 'SEK {amount}',
  splitBy: 'Shared by {key}',
  state: { DRAFT: 'Draft', OPEN: 'Decided, open', LOCKED: 'Locked' },
  locked: 'The budget is locked. Its figures can be read and explained but not changed.',
  emptyTitle: 'The budget has no lines yet',
  emptyText: 'Add the first line, and the share of each municipality is calculated as you type.',
  cannotCalculate: 'The budget cannot be calculated: {reason}',

  row: {
    population: 'Inhabitants {date}',
    noPopulation: 'Inhabitants',
    share: 'Share by the key',
    sum: 'Total',
    perInhabitant: 'Kronor per inhabitant',
    change: 'Change since saved',
    unnamed: 'Line {number}',
  },

  /** The same where there is little room. */
  shortRow: {
    population: 'Inhabitants',
    share: 'Share',
    sum: 'Total',
    perInhabitant: 'Kr/inhabitant',
    change: 'Change',
  },

  column: {
    number: 'No.',
    section: 'Section',
    description: 'Description',
    workload: 'Posts',
    months: 'Months',
    monthlyCost: 'Kr/month',
    amount: 'Amount, kr',
    keyId: 'Key',
    moneySource: 'Money',
    kind: 'Kind',
    note: 'Note',
    decision: 'Decision',
    difference: 'Rounding',
  },

  hint: {
    workload: 'Number of posts: 1 is full time. 75 % can be typed as well.',
    months: 'Months of the year, 0 to 12',
    monthlyCost: 'Cost of one full-time post in one month. With it, the amount is calculated.',
    amount: 'Amount in kronor. Type a minus before a repayment.',
    kind: 'A revenue is subtracted, whichever sign it is typed with.',
    difference: 'What is left over when every share is rounded by itself',
    population: 'Type to correct. You are asked for the source, and the old figure is kept.',
  },

  kind: { COST: 'Cost', REVENUE: 'Revenue' },
  moneySource: { NEW_MONEY: 'New money', WITHIN_FRAME: 'In frame' },
  moneySourceLong: {
    NEW_MONEY: 'New money: supplementary appropriation',
    WITHIN_FRAME: 'Within the ordinary budget frame',
  },

  cell: {
    notPartOf: '– no party',
    notPartOfTitle: '{name} is no party to the line. That is not the same as a share of zero.',
    calculated: 'Calculated: {workload} posts × {months} months × {monthlyCost} kr',
    noWorkload: 'Counts as 0 posts until something is typed',
    noMonths: 'Counts as 0 months until something is typed',
    notUsedWithoutMonthlyCost: 'Does not count: the line has no cost per month',
    missing: 'missing',
    fault: 'cannot calculate',
    source: '{quality}. Source: {source}',
    revision: 'Corrected, revision {revision}',
    noted: 'Note: {note}',
    decided: 'Decision: {decision}',
    leftOut: 'Left out: {names}',
  },

  quality: {
    PUBLISHED: 'Published',
    DERIVED: 'Derived',
    SECONDARY: 'Secondary source',
    CORRECTED: 'Corrected',
  },

  number: {
    EMPTY: 'Type a number.',
    NO_NUMBER: '“{text}” is no number. Type figures, for example 6 or 12 600,50.',
    GROUPS: '“{text}” has a space or a mark in the wrong place.',
    AMBIGUOUS: '“{text}” can be read as {first} or as {second}. Write thousands with a space.',
    UNIT: '“{text}” has another unit than the cell.',
    DECIMALS: '“{text}” has too many decimals; the cell takes at most {places}.',
    TOO_LARGE: '“{text}” is too large.',
  },

  tool: {
    label: 'Tools for the sheet',
    add: 'New line',
    addLast: 'Add a line at the end',
    remove: 'Remove the line',
    up: 'Move the line up',
    down: 'Move the line down',
    participants: 'Who takes part in the line',
    key: 'Change key',
    why: 'Why this amount?',
    details: 'Kind, note and decision',
    detailsShort: 'Notes',
    line: 'Line {number}: {name}',
    copyLink: 'Copy link to the cell',
    linkCopied: 'The link is copied.',
    noLine: 'No line chosen',
  },

  remove: {
    title: 'Remove the line? | Remove {n} lines?',
    text: '“{name}” is removed for everybody. Amount: SEK {amount}. | They are removed for everybody. Amount together: SEK {amount}.',
    confirm: 'Remove',
  },

  participants: {
    title: 'Who takes part in the line',
    description:
      'A municipality that takes no part bears nothing of the line. The others share the whole amount.',
    takesPart: 'Takes part',
    confirm: 'Save',
    nobody: 'At least one municipality must take part.',
  },

  population: {
    title: 'Correct inhabitants',
    description:
      '{name}, {date}. The old figure is kept, and budgets that use the date are calculated anew.',
    before: 'Present figure',
    none: 'none',
    after: 'New figure',
    source: 'Source',
    sourceHint: 'Where is the figure from? For example Statistics Sweden, table and date.',
    note: 'Why it is corrected',
    others:
      'Another budget uses the figure and is recalculated too: {budgets}. | {n} other budgets use the figure and are recalculated too: {budgets}.',
    confirm: 'Correct',
  },

  save: {
    label: 'State',
    saved: 'Everything is saved',
    savedAt: 'Saved {time}',
    editing: 'Editing …',
    saving: 'Saving …',
    offline: 'No connection. {n} edit waits. | No connection. {n} edits wait.',
    failed: 'The server failed. {n} edit waits. | The server failed. {n} edits wait.',
    signedOut: 'You are signed out. {n} change waits. | You are signed out. {n} changes wait.',
    held: '{n} not saved | {n} not saved',
    now: 'Try now',
    show: 'Show',
    keptHere: 'What you typed is kept in this browser.',
  },

  held: {
    title: 'Not saved',
    description:
      'This does not count until it is corrected. Nothing you typed goes away by itself.',
    place: '{row}, {column}',
    typed: 'You typed',
    revert: 'Revert',
    correct: 'Correct in the cell',
    again: 'Try again',
    conflict: '{by} changed the cell {at}.',
    empty: 'empty',
    keys: 'Enter: to the choices. Esc: take it back.',
    gone: 'The line is no longer there.',
    edit: {
      addLine: 'New line',
      removeLine: 'Removal of the line',
      restoreLine: 'Bringing back of the line',
      moveLine: 'Move of the line',
      setPopulation: 'Inhabitants',
      setKey: 'Change of the key',
      addKey: 'New key',
      removeKey: 'Removal of the key',
    },
  },

  spoken: {
    linesAdded: 'Line {number} was added. | {n} lines were added.',
    linesRemoved: 'The line was removed. | {n} lines were removed.',
    lineMoved: 'The line is now line {number}.',
  },

  grid: {
    noRowsToShow: 'No lines',
    loadingOoo: 'Loading …',
  },
}
