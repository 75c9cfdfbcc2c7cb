import type { MunicipalityCode } from '@andel/schema/allocation'
import type { BudgetFacts, BudgetFigures } from '@andel/schema/budget'
import type { Agreement } from '../agreement/agreement.entity.ts'
import type { Participation } from '../agreement/participation.entity.ts'
import type { DistributionKey } from '../allocation/distribution-key.entity.ts'
import type { JointService } from '../joint-service/joint-service.entity.ts'
import type { Municipality } from '../municipality/municipality.entity.ts'
import type { PopulationFigure } from '../population/population-figure.entity.ts'
import type { BudgetLine } from './budget-line.entity.ts'
import type { Budget } from './budget.entity.ts'

/** A budget with everything its figures follow from, and the figures. Read-only. */
export interface Sheet {
  readonly budget: Budget
  readonly jointService: JointService
  readonly agreement: Agreement
  readonly participations: readonly Participation[]
  /** In the order of the sheet. */
  readonly lines: readonly BudgetLine[]
  readonly keys: ReadonlyMap<string, DistributionKey>
  /** Participants by code. */
  readonly municipalities: ReadonlyMap<MunicipalityCode, Municipality>
  /** Current figures of every participant on the dates of the budget's keys. */
  readonly populations: readonly PopulationFigure[]
  /** Sequence of the newest change; 0 when there is none. */
  readonly sequence: number
  readonly facts: BudgetFacts
  readonly figures: BudgetFigures
}
