import { randomUUID } from 'node:crypto'
import type { MunicipalityCode } from '@andel/schema/allocation'
import { BigIntType, type Opt, type Ref } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { registerEnumType } from 'type-graphql'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { Budget } from './budget.entity.ts'

export enum LineKind {
  COST = 'COST',
  REVENUE = 'REVENUE',
}

registerEnumType(LineKind, {
  name: 'LineKind',
  description: 'Which way the money of a line goes.',
  valuesConfig: {
    COST: { description: 'Cost: its amount counts as it is.' },
    REVENUE: { description: 'Revenue: its amount is written positive and counts as negative.' },
  },
})

export enum MoneySource {
  NEW_MONEY = 'NEW_MONEY',
  WITHIN_FRAME = 'WITHIN_FRAME',
}

registerEnumType(MoneySource, {
  name: 'MoneySource',
  description: 'Where the money of a line comes from.',
  valuesConfig: {
    NEW_MONEY: { description: 'New money: a supplementary appropriation.' },
    WITHIN_FRAME: { description: 'Within the ordinary budget frame.' },
  },
})

/** What a line says, as stored. Money in öre, workload in per cent, months in tenths. */
@Entity()
export class BudgetLine {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  @ManyToOne({ entity: () => Budget, ref: true, index: true })
  budget: Ref<Budget>

  /** Place among the lines: texts that sort bytewise, with room between any two. */
  @Property({ type: 'string' })
  place: string

  @Property({ type: 'integer' })
  version: Opt<number> = 1

  /** Name of the group it stands in; '' for none. */
  @Property({ type: 'text' })
  section: Opt<string> = ''

  @Enum({ items: () => LineKind })
  kind: Opt<LineKind> = LineKind.COST

  @Property({ type: 'text' })
  description: Opt<string> = ''

  @Property({ type: 'integer', nullable: true })
  workload: number | null = null

  @Property({ type: 'integer', nullable: true })
  months: number | null = null

  @Property({ type: new BigIntType('number'), nullable: true })
  monthlyCost: number | null = null

  @Property({ type: new BigIntType('number'), nullable: true })
  amount: number | null = null

  // What was typed to get a value, such as "=6*50000"; null when it was typed as a figure.

  @Property({ type: 'text', nullable: true })
  workloadFormula: string | null = null

  @Property({ type: 'text', nullable: true })
  monthsFormula: string | null = null

  @Property({ type: 'text', nullable: true })
  monthlyCostFormula: string | null = null

  @Property({ type: 'text', nullable: true })
  amountFormula: string | null = null

  @Enum({ items: () => MoneySource })
  moneySource: Opt<MoneySource> = MoneySource.WITHIN_FRAME

  @ManyToOne({ entity: () => DistributionKey, ref: true, index: true })
  key: Ref<DistributionKey>

  @Property({ type: 'json' })
  excluded: Opt<readonly MunicipalityCode[]> = []

  @Property({ type: 'json', default: '[]' })
  openedTo: Opt<readonly MunicipalityCode[]> = []

  @Property({ type: 'text' })
  note: Opt<string> = ''

  @Property({ type: 'text' })
  decision: Opt<string> = ''
}
