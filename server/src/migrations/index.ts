import { FirstSchema } from './0001-first-schema.ts'
import { SectionsAndFormulas } from './0002-sections-and-formulas.ts'

/** Schema history, oldest first. A migration that has been released is never changed. */
export const migrations = [FirstSchema, SectionsAndFormulas]
