import type { Constructor } from '@mikro-orm/core'
import type { Migration } from '@mikro-orm/migrations'
import { FirstSchema } from './0001-first-schema.ts'
import { SectionsAndFormulas } from './0002-sections-and-formulas.ts'
import { EditsOfWhatBudgetsRestOn } from './0003-edits-of-what-budgets-rest-on.ts'
import { SealOfWorkbooks } from './0004-seal-of-workbooks.ts'
import { CopyOfTheShares } from './0005-a-copy-of-the-shares.ts'
import { SavedViews } from './0006-saved-views.ts'
import { ListsBudgetByBudget } from './0007-lists-budget-by-budget.ts'
import { People } from './0008-people.ts'
import { RemarksAndOpenLines } from './0009-remarks-and-open-lines.ts'
import { UsedSignIns } from './0010-used-sign-ins.ts'
import { ChainedHistory } from './0011-chained-history.ts'
import { FirstSchema as FirstSchemaOfPostgres } from './postgres/0011-first-schema.ts'

/** Schema history, oldest first. */
export type History = Constructor<Migration>[]

/** Of SQLite. A migration that has been released is never changed; one that comes new has a counterpart of the same name below. */
export const migrations: History = [
  FirstSchema,
  SectionsAndFormulas,
  EditsOfWhatBudgetsRestOn,
  SealOfWorkbooks,
  CopyOfTheShares,
  SavedViews,
  ListsBudgetByBudget,
  People,
  RemarksAndOpenLines,
  UsedSignIns,
  ChainedHistory,
]

/** Of PostgreSQL, which begins with the schema that SQLite had by then. */
export const postgresMigrations: History = [FirstSchemaOfPostgres]
