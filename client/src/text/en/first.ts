import { en as faults } from '@andel/schema/fault-sentences/en'
import { account } from './account.ts'
import { budgets } from './budgets.ts'
import { common } from './common.ts'
import { failure } from './failure.ts'
import { overview } from './overview.ts'

/** The words of the first page, and those that any page may need at once. */
export const first = { account, budgets, common, failure, faults, overview }
