/** Everything Andel refuses, by code. The list is closed; `fault-sentences/` has a sentence for each. */
export const faultCodes = [
  // money
  'BAD_AMOUNT', // not a whole number of öre within the safe integers
  'BAD_NUMBER', // a text that is no number, or one that can be read in two ways
  // allocation
  'BAD_WEIGHT', // a weight that is negative, fractional or unsafe
  'NO_WEIGHT', // nobody has a weight above zero
  'BAD_PERCENTAGES', // blend or fixed percentages do not add up to 100
  'BAD_KEY', // a key that contradicts itself: no basis, an unknown step
  'NOT_A_PARTICIPANT', // names a municipality that does not take part
  'NO_PARTICIPANT', // everybody is left out
  'DUPLICATE_PARTICIPANT',
  'POPULATION_MISSING', // no figure for a participant on the key's date
  'STATISTIC_MISSING', // no value for a participant in a use key
  'UNKNOWN_KEY', // a line names a key that the budget does not have
  // budget
  'BAD_WORKLOAD', // not whole per cent within 0–100 000
  'BAD_MONTHS', // not whole tenths within 0–12
  'BAD_DATE',
  'BAD_TERM', // a participation whose days are in the wrong order, or outside the agreement
  'BAD_TEXT', // too long, or empty where a text is needed
  'BAD_FORMULA', // what was typed to get a value is no calculation, or comes without the value
  'CANNOT_SOLVE', // no value of what is asked for can bring the figure nearer
  'AMOUNT_IS_CALCULATED', // the amount of a position follows from its parts
  'BAD_INHABITANTS',
  'SOURCE_MISSING', // a figure without a source
  'KEY_IN_USE',
  'UNKNOWN_LINE',
  'LINE_REMOVED',
  'NOTHING_TO_RESTORE', // no such line has been removed from the budget, or it is there
  'BAD_MOMENT', // not exactly one of time, sequence and version, or yet to come
  'UNKNOWN_VERSION', // an edit based on a version that never was
  // files
  'FILE_KIND', // another kind of file than what is asked for; `kind` says which
  'FILE_EMPTY',
  'FILE_BROKEN', // damaged, or not what it seems to be
  'FILE_TOO_LARGE', // more than the limits of files; `part` says what
  'FILE_TOO_SLOW', // takes too long to read
  'FILE_LOCKED', // with a password, or of the format before 2007, which looks the same from outside
  'FILE_MACROS',
  'FILE_LINKS', // links to other files, data connections, embedded objects
  'FILE_UNSAFE', // made to deceive whoever reads it; `reason` says how
  'FILE_NOT_OURS', // no workbook that was exported here, or its hidden sheet is gone
  'FILE_OTHER_BUDGET', // exported from another budget
  'CELL_IS_FIXED', // a cell of a workbook that was calculated, or that cannot be changed there
  // tables and views
  'NOT_A_TABLE', // a query that cannot be flattened; the details say why
  'CHANGED_MEANWHILE', // the data changed while a table was read
  // statistics offices
  'NOT_POPULATION', // holds no number of inhabitants, or none that can be told from others; `reason` says why
  'OFFICE_NOT_ALLOWED', // an address that is none of the statistics offices that may be asked
  'OFFICE_SILENT', // no answer: no network, a cut connection, too slow
  'OFFICE_BUSY', // asked too often; `seconds` until it may be asked again
  'OFFICE_FAILED', // an answer that is none: an error, another address, something else than figures
  // who may
  'UNAUTHENTICATED', // nobody is signed in
  'FORBIDDEN', // signed in, but without the right; `action` says to what
  // people
  'BAD_EMAIL',
  'BAD_GRANT', // a role that is not given in that way; `field` says what is missing or too much
  'NOT_A_PARTY', // a municipality that has never been a party to the joint service
  'OWN_ACCOUNT', // what nobody does to the own account, such as granting
  'LAST_ADMIN', // would leave nobody who can sign in as an administrator
  'NOT_LOCAL', // somebody who signs in elsewhere has no password here
  'TOO_MANY_TOKENS', // of one person that work at a time; `most` says how many may
  'THREAD_FULL', // so much has been said in it that one begins another; `most` says how many may be
  'TOO_MANY_VIEWS', // saved by one person; `most` says how many may be
  // actions
  'NOT_FOUND',
  'WRONG_TRANSPORT',
  'ALREADY_EXISTS',
  'BUDGET_LOCKED',
  'MUTATION_KEY_REUSED', // the same client mutation key with other edits
  'BAD_INPUT',
  'DOCUMENT_LIMIT', // a document that holds more than one may; `what`, `most` and `found` say more
  'COST_LIMIT', // an operation that would take more than one may; `cost` and `limit` say how much
] as const

export type FaultCode = (typeof faultCodes)[number]

/** Figures and names that the sentence for a code may quote. */
export type FaultDetails = Readonly<Record<string, string | number | readonly string[]>>

/** A refusal with a code from the closed list; `details` carry what its sentence needs. */
export class Fault extends Error {
  override readonly name = 'Fault'

  constructor(
    readonly code: FaultCode,
    readonly details: FaultDetails = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`)
  }
}
