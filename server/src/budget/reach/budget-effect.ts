import { Field, ObjectType } from 'type-graphql'
import { Municipality } from '../../municipality/municipality.entity.ts'
import { Money } from '../../scalars/index.ts'
import { Budget } from '../budget.entity.ts'
import type { Sheet } from '../sheet.ts'
import type { Reached } from './reached.ts'

@ObjectType({ description: 'What a municipality bears of a budget, before and after.' })
export class ShareEffect {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  municipality: Municipality

  @Field(() => Money, { nullable: true, description: 'Before; null when it took no part.' })
  before: number | null

  @Field(() => Money, {
    nullable: true,
    description: 'After; null when it takes no part any more.',
  })
  after: number | null
}

@ObjectType({ description: 'What edits of something that budgets rest on do to one of them.' })
export class BudgetEffect {
  @Field(() => Budget, { description: 'Which one it is about.' })
  budget: Budget

  @Field(() => Money, { description: 'Its total before the edits.' })
  totalBefore: number

  @Field(() => Money, {
    description: 'Its total after: the same, unless a line can be calculated now.',
  })
  totalAfter: number

  @Field(() => Money, {
    description:
      'What rounding each share by itself leaves over before: the total less the shares.',
  })
  differenceBefore: number

  @Field(() => Money, { description: 'What it leaves over after.' })
  differenceAfter: number

  @Field(() => [ShareEffect], {
    description: 'Everybody who takes part before or after, by municipality code.',
  })
  shares: ShareEffect[]
}

/** What edits do to the budgets whose shares they change. */
export function budgetEffects(reached: readonly Reached[]): BudgetEffect[] {
  return reached
    .map(({ before, after }) => ({
      budget: before.budget,
      totalBefore: before.figures.total,
      totalAfter: after.figures.total,
      differenceBefore: before.figures.difference,
      differenceAfter: after.figures.difference,
      shares: shareEffects(before, after),
    }))
    .filter(({ shares }) => shares.some((share) => share.before !== share.after))
}

function shareEffects(before: Sheet, after: Sheet): ShareEffect[] {
  const municipalities = new Map([...before.municipalities, ...after.municipalities])
  return [...municipalities.keys()].toSorted().map((code) => ({
    municipality: municipalities.get(code)!,
    before: total(before, code),
    after: total(after, code),
  }))
}

function total({ figures }: Sheet, code: string): number | null {
  return figures.totals[figures.codes.indexOf(code)] ?? null
}
