import { Fault } from '@andel/schema/fault'
import type { Basis, Key } from '@andel/schema/allocation'
import { Field, InputType, Int } from 'type-graphql'
import { IsoDate, Percent } from '../scalars/index.ts'
import { AmountStepType, BasisKindType, ResidualRuleType, ShareStepType } from './key-enums.ts'

@InputType({ description: 'The agreed percentage of a municipality.' })
export class FixedPercentageInput {
  @Field(() => String, { description: 'Code of the municipality it is for.' })
  municipalityCode: string

  @Field(() => Percent, { description: 'Exact, with at most six decimals.' })
  percent: string
}

@InputType({ description: 'The measured use of a municipality.' })
export class UseValueInput {
  @Field(() => String, { description: 'Code of the municipality it is for.' })
  municipalityCode: string

  @Field(() => Int, { description: 'Whole, in the unit of the statistic.' })
  value: number
}

@InputType({ description: 'One part of a key. Only the fields of its kind are given.' })
export class BasisInput {
  @Field(() => BasisKindType, { description: 'What shares are weighed by.' })
  kind: BasisKindType

  @Field(() => Int, { description: 'Whole per cent; the parts of a key add up to 100.' })
  percent: number

  @Field(() => Int, {
    nullable: true,
    description: 'Whoever weighs less than this counts as this much.',
  })
  floor?: number | null

  @Field(() => IsoDate, { nullable: true, description: 'POPULATION: the reference date.' })
  on?: string | null

  @Field(() => [FixedPercentageInput], {
    nullable: true,
    description: 'FIXED: together exactly 100.',
  })
  percentages?: FixedPercentageInput[] | null

  @Field(() => String, { nullable: true, description: 'USE: what was measured.' })
  statistic?: string | null

  @Field(() => String, { nullable: true, description: 'USE: the period that the statistic is of.' })
  period?: string | null

  @Field(() => String, { nullable: true, description: 'USE: where the values are from.' })
  source?: string | null

  @Field(() => [UseValueInput], {
    nullable: true,
    description: 'USE: one value for each participant.',
  })
  values?: UseValueInput[] | null
}

@InputType({ description: 'A whole key.' })
export class KeyInput {
  @Field(() => String, { description: 'What people call it.' })
  name: string

  @Field(() => String, { nullable: true, description: 'Why it is as it is.' })
  note?: string | null

  @Field(() => [BasisInput], { description: 'One part, or a blend of several.' })
  bases: BasisInput[]

  @Field(() => ShareStepType, { description: 'Whether shares are rounded first.' })
  shareStep: ShareStepType

  @Field(() => AmountStepType, { description: 'The smallest unit of an amount.' })
  amountStep: AmountStepType

  @Field(() => ResidualRuleType, { description: 'Who bears what rounding leaves over.' })
  residualRule: ResidualRuleType

  @Field(() => String, { nullable: true, description: 'NAMED: code of who bears it.' })
  namedCode?: string | null
}

/** @throws {Fault} `BAD_KEY` when a part lacks what its kind needs; `BAD_TEXT` for the name */
export function keyFromInput(input: KeyInput): Key & { note: string | null } {
  const name = input.name.trim()
  if (name === '' || name.length > 200) throw new Fault('BAD_TEXT', { field: 'name', most: 200 })
  const named = input.namedCode ?? undefined
  return {
    name,
    note: input.note?.trim() || null,
    bases: input.bases.map(basisFromInput),
    rounding: {
      shareStep: input.shareStep,
      amountStep: input.amountStep,
      residualRule: input.residualRule,
      ...(named !== undefined && { named }),
    },
  }
}

function basisFromInput(input: BasisInput): Basis {
  const floor = input.floor == null ? {} : { floor: input.floor }
  const { percent } = input
  const needed = <T>(value: T | null | undefined, field: string): T => {
    if (value == null) throw new Fault('BAD_KEY', { reason: 'MISSING', field })
    return value
  }
  switch (input.kind) {
    case BasisKindType.POPULATION:
      return { kind: 'POPULATION', percent, ...floor, on: needed(input.on, 'on') }
    case BasisKindType.EQUAL:
      return { kind: 'EQUAL', percent, ...floor }
    case BasisKindType.FIXED: {
      const stated = needed(input.percentages, 'percentages')
      return {
        kind: 'FIXED',
        percent,
        ...floor,
        percentages: byCode(stated.map((one) => [one.municipalityCode, one.percent])),
      }
    }
    case BasisKindType.USE: {
      const stated = needed(input.values, 'values')
      return {
        kind: 'USE',
        percent,
        ...floor,
        statistic: needed(input.statistic, 'statistic'),
        period: needed(input.period, 'period'),
        source: needed(input.source, 'source'),
        values: byCode(stated.map((one) => [one.municipalityCode, one.value])),
      }
    }
  }
}

function byCode<T>(stated: [code: string, value: T][]): Record<string, T> {
  const values = Object.fromEntries(stated.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  if (Object.keys(values).length !== stated.length) throw new Fault('DUPLICATE_PARTICIPANT')
  return values
}
