import { ref } from '@mikro-orm/core'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { BudgetLine } from './budget-line.entity.ts'
import type { Budget } from './budget.entity.ts'

/** What copies are made for. */
export interface Copies {
  readonly to: Budget
  /** Title of the budget that is copied; undefined when the key of the agreement is. */
  readonly from: string | undefined
  /** Reference date of every population key, where another one is wanted. */
  readonly populationDate: string | undefined
}

/** Copies of keys, by the id of what they are copies of. */
export function copyKeys(
  copies: Copies,
  sources: readonly DistributionKey[],
): Map<string, DistributionKey> {
  const { to, from, populationDate } = copies
  return new Map(
    sources.map((source) => {
      const bases = source.bases.map((basis) =>
        basis.kind === 'POPULATION' && populationDate ? { ...basis, on: populationDate } : basis,
      )
      const key = Object.assign(new DistributionKey(), copied(source, keyFields), {
        bases,
        note: source.note && noteFrom(from, source.note),
        budget: ref(to),
      })
      return [source.id, key]
    }),
  )
}

/** A copy of a line. The decision stays behind: what was decided of last year says nothing of this one. */
export function copyLine(
  { to, from }: Copies,
  source: BudgetLine,
  keys: ReadonlyMap<string, DistributionKey>,
): BudgetLine {
  return Object.assign(new BudgetLine(), copied(source, lineFields), {
    note: source.note && noteFrom(from, source.note),
    budget: ref(to),
    key: ref(keys.get(source.key.id)!),
  })
}

const keyFields = ['name', 'shareStep', 'amountStep', 'residualRule', 'named'] as const

const lineFields = [
  'place',
  'section',
  'kind',
  'description',
  'workload',
  'months',
  'monthlyCost',
  'amount',
  'workloadFormula',
  'monthsFormula',
  'monthlyCostFormula',
  'amountFormula',
  'moneySource',
  'excluded',
] as const

function copied<T extends object, F extends keyof T>(source: T, fields: readonly F[]): Pick<T, F> {
  return Object.fromEntries(fields.map((field) => [field, source[field]])) as Pick<T, F>
}

const mark = 'Från '

/** A note was written of another year, and must say so. */
function noteFrom(title: string | undefined, note: string): string {
  return title === undefined || note.startsWith(mark) ? note : `${mark}${title}: ${note}`
}
