// A budget that is followed, for programs without a screen: what the server tells is applied as on screen.
export { readSheet } from '../sheet/read-sheet.ts'
export type { Sheet } from '../sheet/sheet.ts'
export { withRecords } from '../sheet/with-records.ts'
export { applyChanges } from './apply-changes.ts'
export type { Change } from './change.ts'
