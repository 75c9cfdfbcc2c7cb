import { type LineFigures, lineResidual } from '@andel/schema/budget'
import { Field, Int, ObjectType } from 'type-graphql'
import { ResidualRuleType, ShareStepType } from '../allocation/key-enums.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Money } from '../scalars/index.ts'
import type { Sheet } from './sheet.ts'

@ObjectType({ description: 'What a participant bore of what rounding left over.' })
export class ResidualBearer {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  readonly municipality: Municipality

  @Field(() => Money, {
    description: 'How much, beyond its share rounded down. Negative in a revenue.',
  })
  readonly amount: number

  @Field(() => Int, {
    nullable: true,
    description:
      'The same in whole units of the amount step; a part smaller than a unit counts as none. Null when units differ.',
  })
  readonly units: number | null

  constructor(municipality: Municipality, amount: number, unit: number | null) {
    this.municipality = municipality
    this.amount = amount
    this.units = unit === null ? null : Math.trunc(Math.abs(amount) / unit)
  }
}

@ObjectType({ description: 'How many share steps a participant got of those left over.' })
export class StepBearer {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  readonly municipality: Municipality

  @Field(() => Int, { description: 'How many steps, beyond its share rounded down.' })
  readonly steps: number

  constructor(municipality: Municipality, steps: number) {
    this.municipality = municipality
    this.steps = steps
  }
}

@ObjectType({ description: 'What rounding shares to whole steps left over.' })
export class StepResidual {
  @Field(() => ShareStepType, { description: 'The step that was rounded to.' })
  readonly step: ShareStepType

  @Field(() => Int, {
    description:
      'Steps left when every share is rounded down. Under EACH_ALONE: those that nobody has; negative when there are too many.',
  })
  readonly spare: number

  @Field(() => [StepBearer], {
    description: 'Who got them, by municipality code. Nobody under EACH_ALONE.',
  })
  readonly bornBy: StepBearer[]
}

@ObjectType({
  description:
    'What rounding left over, and who bore it. Of several lines: the sum, revenues counting as negative.',
})
export class Residual {
  @Field(() => Money, {
    description:
      'What is left when every share is rounded down to the amount step. Under EACH_ALONE: the difference, which nobody bears.',
  })
  readonly amount: number

  @Field(() => Money, {
    nullable: true,
    description: 'The amount step as money: "1.00" is one krona. Null when the lines have several.',
  })
  readonly unit: number | null

  @Field(() => ResidualRuleType, {
    nullable: true,
    description: 'The rule by which it was given out. Null when the lines have several.',
  })
  readonly rule: string | null

  @Field(() => [ResidualBearer], {
    description: 'Who bore it, by municipality code. Nobody under EACH_ALONE.',
  })
  readonly bornBy: ResidualBearer[]

  @Field(() => StepResidual, {
    nullable: true,
    description:
      'The same of the share steps, which are given out before the money. Null for a key without a share step, and for several lines.',
  })
  readonly steps: StepResidual | null
}

/** What rounding left over in lines of a sheet. Null when none of them can be calculated. */
export function residualOf(sheet: Sheet, lines: readonly LineFigures[]): Residual | null {
  const residuals = lines.flatMap((line) => lineResidual(line) ?? [])
  const [first] = residuals
  if (!first) return null
  const unit = residuals.every((one) => one.unit === first.unit) ? first.unit : null
  const rule = residuals.every((one) => one.rule === first.rule) ? first.rule : null
  const received = sheet.figures.codes.map((_, index) =>
    residuals.reduce((total, one) => total + one.received[index]!, 0),
  )
  const { steps } = first
  return {
    amount: residuals.reduce((total, one) => total + one.amount, 0),
    unit,
    rule,
    bornBy: bearers(sheet, received, (who, amount) => new ResidualBearer(who, amount, unit)),
    steps:
      lines.length === 1 && steps
        ? {
            step: ShareStepType[steps.step],
            spare: steps.spare,
            bornBy: bearers(sheet, steps.received, (who, count) => new StepBearer(who, count)),
          }
        : null,
  }
}

function bearers<T>(
  sheet: Sheet,
  received: readonly number[],
  make: (municipality: Municipality, received: number) => T,
): T[] {
  return sheet.figures.codes.flatMap((code, index) =>
    received[index] ? [make(sheet.municipalities.get(code)!, received[index])] : [],
  )
}

/** Whether the shares of a line, as they stand, and its difference are its amount. A line without figures has 0 of all three. */
export function lineAddsUp({ amount = 0, shares, difference }: LineFigures): boolean {
  return shares.reduce((sum, share) => sum + share, difference) === amount
}
