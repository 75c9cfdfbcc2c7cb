import { faultSentences } from '@andel/schema/fault-sentences'
import { agreement } from './agreement.ts'
import { budget } from './budget.ts'
import { budgets } from './budgets.ts'
import { common } from './common.ts'
import { drafts } from './drafts.ts'
import { effect } from './effect.ts'
import { failure } from './failure.ts'
import { formula } from './formula.ts'
import { goTo } from './go-to.ts'
import { grid } from './grid.ts'
import { jointService } from './joint-service.ts'
import { key } from './key.ts'
import { keys } from './keys.ts'
import { municipality } from './municipality.ts'
import { overview } from './overview.ts'
import { participants } from './participants.ts'
import { paste } from './paste.ts'
import { populations } from './populations.ts'
import { review } from './review.ts'
import { sections } from './sections.ts'
import { solve } from './solve.ts'
import { steps } from './steps.ts'
import { table } from './table.ts'
import { why } from './why.ts'

export const sv = {
  agreement,
  budget,
  budgets,
  common,
  drafts,
  effect,
  failure,
  faults: faultSentences.sv,
  formula,
  goTo,
  grid,
  jointService,
  key,
  keys,
  municipality,
  overview,
  participants,
  paste,
  populations,
  review,
  sections,
  solve,
  steps,
  table,
  why,
}
