import type { FaultCode } from '../fault.ts'

export const en: Record<FaultCode, string> = {
  BAD_AMOUNT:
    'The amount is too large or has more than two decimals. A line can be 100 000 000 000 kr at most.',
  BAD_NUMBER:
    'The number can be read in more than one way. Write 12 600 or 12 600,50, for example.',
  BAD_WEIGHT: 'A weight is negative, no whole number or too large. Correct the figure.',
  NO_WEIGHT: 'No participant has any weight to allocate by.',
  BAD_PERCENTAGES: 'The percentages must add up to exactly 100.',
  BAD_KEY: 'The distribution key contradicts itself. Look over its basis and rounding.',
  NOT_A_PARTICIPANT: 'The municipality does not take part and can bear no cost.',
  NO_PARTICIPANT: 'Every participant is left out, so there is nobody to allocate to.',
  DUPLICATE_PARTICIPANT: 'The same municipality occurs more than once.',
  POPULATION_MISSING: 'A participant has no population figure on the reference date of the key.',
  STATISTIC_MISSING: 'A participant has no value in the statistic that the key is based on.',
  UNKNOWN_KEY: 'The line names a distribution key that the budget does not have.',
  BAD_WORKLOAD: 'The number of posts must be 0 to 1 000, with two decimals at most.',
  BAD_MONTHS: 'The number of months must be from 0 to 12, with one decimal at most.',
  BAD_DATE: 'There is no such date. Write it as year-month-day, for example 2022-06-03.',
  BAD_TERM: 'The last day must not come before the first, and both must be within the agreement.',
  BAD_TEXT: 'The text is empty or too long.',
  BAD_FORMULA: 'The calculation cannot be read. Write for example =6*50000.',
  CANNOT_SOLVE: 'What you look for cannot give the figure you want.',
  AMOUNT_IS_CALCULATED:
    'The amount follows from workload, months and monthly cost. Change those instead.',
  BAD_INHABITANTS: 'The number of inhabitants must be a whole number from 0 to 100,000,000.',
  SOURCE_MISSING: 'Say where the figure comes from.',
  KEY_IN_USE: 'The distribution key is in use and cannot be removed.',
  UNKNOWN_LINE: 'The budget has no such line.',
  LINE_REMOVED: 'The line has been removed by somebody else.',
  NOTHING_TO_RESTORE: 'There is no such removed line to bring back.',
  BAD_MOMENT:
    'Give a time, a sequence number or a named version, and only one of them. It must not lie in the future.',
  UNKNOWN_VERSION: 'The change is based on a version that does not exist. Reload the page.',
  FILE_KIND: 'The file is of another kind than what can be read here.',
  FILE_EMPTY: 'The file is empty.',
  FILE_BROKEN: 'The file is damaged and cannot be read. Save it anew and try again.',
  FILE_TOO_LARGE: 'The file is too large. It may be 10 MiB at most, and 50 MiB when unpacked.',
  FILE_TOO_SLOW: 'The file takes too long to read. Remove what is not needed and try again.',
  FILE_LOCKED:
    'The file has a password or is saved in the old .xls format. Save it as .xlsx without a password.',
  FILE_MACROS: 'The file contains macros. Save it as .xlsx without macros.',
  FILE_LINKS:
    'The file has links to other files, connections or embedded objects. Remove them and save it anew.',
  FILE_UNSAFE: 'The file is put together in a way that is not safe to read.',
  FILE_NOT_OURS:
    'The file is no workbook that was exported from here, or its hidden sheet has been removed.',
  FILE_OTHER_BUDGET: 'The file was exported from another budget.',
  CELL_IS_FIXED: 'The cell is calculated or fixed, and is not read.',
  NOT_A_TABLE: 'The query cannot become a table.',
  CHANGED_MEANWHILE: 'The data changed while the table was read. Fetch it again.',
  NOT_POPULATION:
    'There are no numbers of inhabitants by municipality here, or they cannot be told from other figures.',
  OFFICE_NOT_ALLOWED:
    'The address is none of the statistics offices that Andel may ask. Fetch the file yourself and open it here.',
  OFFICE_SILENT:
    'The statistics office does not answer, or there is no network. Try again, or fetch the file yourself and open it here.',
  OFFICE_BUSY:
    'The statistics office has been asked too often. Wait a while and try again, or open a file.',
  OFFICE_FAILED:
    'The statistics office could not give the figures. Try again later, or fetch the file yourself and open it here.',
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'You do not have the right to do that.',
  BAD_EMAIL: 'The e-mail address is not whole. Check the name and the domain.',
  BAD_GRANT:
    'The role cannot be given like that. Co-ordinators and analysts have a joint service, finance officers a joint service and a municipality, administrators neither.',
  NOT_A_PARTY: 'The municipality is not and has not been a party to the joint service.',
  OWN_ACCOUNT: 'You cannot do that to your own account. Ask another administrator.',
  LAST_ADMIN:
    'There must be at least one administrator who can sign in. Grant that to somebody else first.',
  NOT_LOCAL: 'The person signs in elsewhere and has no password here.',
  TOO_MANY_TOKENS: 'You have as many tokens as there can be. Revoke one that is not used.',
  THREAD_FULL: 'The thread is full. Begin a new one about the same cell.',
  TOO_MANY_VIEWS: 'You have as many saved views as there can be. Remove one that is not used.',
  WRONG_TRANSPORT: 'Subscriptions go over WebSocket, queries and mutations over HTTP.',
  NOT_FOUND: 'What you are looking for does not exist, or has been removed.',
  ALREADY_EXISTS: 'There is one already.',
  BUDGET_LOCKED: 'The budget is locked and cannot be changed.',
  MUTATION_KEY_REUSED: 'The same change has been sent with other contents. Reload the page.',
  BAD_INPUT: 'Something is missing or has the wrong form.',
  DOCUMENT_LIMIT:
    'The text of the query is too long, too deep or repeats itself too much. Split it, and send lists as variables.',
  COST_LIMIT:
    'The query is too large. Ask for smaller pages with first, or for fewer fields, and fetch the rest in several goes.',
}
