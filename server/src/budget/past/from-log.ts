import type { Content } from '@andel/schema/history'
import { parseDecimal, parseKronor } from '@andel/schema/money'
import { type Ref, ref } from '@mikro-orm/core'
import type { Agreement } from '../../agreement/agreement.entity.ts'
import { Participation } from '../../agreement/participation.entity.ts'
import { DistributionKey } from '../../allocation/distribution-key.entity.ts'
import { ownId } from '../../connection/global-id.ts'
import type { Municipality } from '../../municipality/municipality.entity.ts'
import type { BudgetLine } from '../budget-line.entity.ts'
import type { Budget } from '../budget.entity.ts'

/** What the log tells of something, with what it is called by. */
interface Told {
  /** Own id. */
  readonly id: string
  readonly version: number
  readonly content: Content
}

type Municipalities = ReadonlyMap<string, Municipality>

interface LoggedLine extends Omit<BudgetLine, 'key' | 'months' | 'monthlyCost' | 'amount'> {
  readonly keyId: string
  readonly months: string | null
  readonly monthlyCost: string | null
  readonly amount: string | null
}

/**
 * A line of which `lineAsJson` has told.
 *
 * @param keys - of the budget, by own id
 * @throws when its key is none of them: then the log is not whole
 */
export function lineFromLog(
  { id, version, content }: Told,
  budget: Ref<Budget>,
  keys: ReadonlyMap<string, Ref<DistributionKey>>,
): BudgetLine {
  const { keyId, months, monthlyCost, amount, ...same } = content as unknown as LoggedLine
  const key = keys.get(ownId(keyId, 'DistributionKey'))
  if (!key) throw new Error(`The log does not tell of the key of line ${id}.`)
  const money = (kronor: string | null): number | null =>
    kronor === null ? null : parseKronor(kronor)
  return {
    ...same,
    id,
    version,
    budget,
    key,
    months: months === null ? null : parseDecimal(months, 1),
    monthlyCost: money(monthlyCost),
    amount: money(amount),
  }
}

/** A key of which `keyAsJson` has told. */
export function keyFromLog(
  { id, version, content }: Told,
  budget: Ref<Budget>,
  municipalities: Municipalities,
): DistributionKey {
  const { named, ...same } = content
  const heir = typeof named === 'string' ? municipalities.get(named) : undefined
  return Object.assign(new DistributionKey(), same, {
    id,
    version,
    budget,
    named: heir ? ref(heir) : null,
  })
}

/** A participation of which `participationAsJson` has told. */
export function participationFromLog(
  { id, content }: Told,
  agreement: Agreement,
  municipalities: Municipalities,
): Participation {
  const { municipality, from, to } = content as { municipality: string; from: string; to: string }
  return Object.assign(new Participation(), {
    id,
    agreement: ref(agreement),
    municipality: ref(municipalities.get(municipality)!),
    fromDate: from,
    toDate: to,
  })
}
