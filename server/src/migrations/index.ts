import { FirstSchema } from './0001-first-schema.ts'

/** Schema history, oldest first. A migration that has been released is never changed. */
export const migrations = [FirstSchema]
