import type { Participant, PopulationFacts } from '@andel/schema/allocation'
import type { BudgetFacts, LineFacts } from '@andel/schema/budget'
import { ore } from '@andel/schema/money'
import type { Participation } from '../agreement/participation.entity.ts'
import { keyFacts } from '../allocation/key-facts.ts'
import type { PopulationFigure } from '../population/population-figure.entity.ts'
import type { BudgetLine } from './budget-line.entity.ts'
import type { Sheet } from './sheet.ts'

type Loaded = Pick<Sheet, 'lines' | 'keys' | 'populations'>

/** What is stored, as the arithmetic takes it. */
export function budgetFacts(participants: readonly Participant[], loaded: Loaded): BudgetFacts {
  return {
    participants,
    populations: populationFacts(loaded.populations),
    keys: Object.fromEntries([...loaded.keys].map(([id, key]) => [id, keyFacts(key)])),
    lines: loaded.lines.map(lineFacts),
  }
}

export function participationFacts(participation: Participation): {
  code: string
  from: string
  to: string | null
} {
  return {
    code: participation.municipality.unwrap().code,
    from: participation.fromDate,
    to: participation.toDate,
  }
}

/** Inhabitants by date and municipality. */
export function populationFacts(figures: readonly PopulationFigure[]): PopulationFacts {
  const byDate: Record<string, Record<string, number>> = {}
  for (const figure of figures) {
    ;(byDate[figure.on] ??= {})[figure.municipality.code] = figure.inhabitants
  }
  return byDate
}

function lineFacts(line: BudgetLine): LineFacts {
  return {
    id: line.id,
    kind: line.kind,
    workload: line.workload,
    months: line.months,
    monthlyCost: line.monthlyCost === null ? null : ore(line.monthlyCost),
    amount: line.amount === null ? null : ore(line.amount),
    keyId: line.key.unwrap().id,
    excluded: line.excluded,
  }
}
