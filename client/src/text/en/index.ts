import { budget } from './budget.ts'
import { common } from './common.ts'
import { failure } from './failure.ts'
import { faults } from './faults.ts'
import { key } from './key.ts'

export const en = { budget, common, failure, faults, key }
