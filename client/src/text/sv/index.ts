import { administration } from './administration.ts'
import { agreement } from './agreement.ts'
import { analysis } from './analysis.ts'
import { audit } from './audit.ts'
import { budget } from './budget.ts'
import { comment } from './comment.ts'
import { conflict } from './conflict.ts'
import { drafts } from './drafts.ts'
import { effect } from './effect.ts'
import { explorer } from './explorer.ts'
import { formula } from './formula.ts'
import { goTo } from './go-to.ts'
import { grid } from './grid.ts'
import { history } from './history.ts'
import { intake } from './intake.ts'
import { jointService } from './joint-service.ts'
import { key } from './key.ts'
import { keys } from './keys.ts'
import { live } from './live.ts'
import { municipality } from './municipality.ts'
import { newAgreement } from './new-agreement.ts'
import { ownAccount } from './own-account.ts'
import { participants } from './participants.ts'
import { paste } from './paste.ts'
import { people } from './people.ts'
import { pictures } from './pictures.ts'
import { populations } from './populations.ts'
import { recipes } from './recipes.ts'
import { review } from './review.ts'
import { rights } from './rights.ts'
import { sections } from './sections.ts'
import { signIn } from './sign-in.ts'
import { services } from './joint-services.ts'
import { solve } from './solve.ts'
import { statistics } from './statistics.ts'
import { steps } from './steps.ts'
import { table } from './table.ts'
import { views } from './views.ts'
import { why } from './why.ts'
import { workbook } from './workbook.ts'

/** The words of every page but the first; those of the first are in `first.ts`. */
export const sv = {
  administration,
  agreement,
  analysis,
  audit,
  budget,
  comment,
  conflict,
  drafts,
  effect,
  explorer,
  formula,
  goTo,
  grid,
  history,
  intake,
  jointService,
  key,
  keys,
  live,
  municipality,
  newAgreement,
  ownAccount,
  participants,
  paste,
  people,
  pictures,
  populations,
  recipes,
  review,
  rights,
  sections,
  signIn,
  services,
  solve,
  statistics,
  steps,
  table,
  views,
  why,
  workbook,
}
