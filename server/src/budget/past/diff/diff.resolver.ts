import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../../context.ts'
import { findBudget } from '../find-budget.ts'
import { BudgetMomentInput } from '../moment-input.ts'
import { sheetKey } from '../sheet-key.ts'
import { BudgetDiff } from './budget-diff.ts'
import { diffSheets } from './diff-sheets.ts'

@Resolver()
export class BudgetDiffResolver {
  @Query(() => BudgetDiff, {
    nullable: true,
    description:
      'What differs in a budget from one moment to another. Null when there is no such budget, or was none at one of them. Fault: BAD_MOMENT.',
  })
  async budgetDiff(
    @Arg('id', () => ID, { description: 'Global id of the budget.' }) id: string,
    @Arg('from', () => BudgetMomentInput, { description: 'The moment before.' })
    from: BudgetMomentInput,
    @Arg('to', () => BudgetMomentInput, {
      nullable: true,
      description: 'The moment after; left out: now.',
    })
    to: BudgetMomentInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<BudgetDiff | null> {
    const before = await findBudget(context, id, from)
    const after = before && (await findBudget(context, id, to))
    if (!after) return null
    const { sheets } = context
    const sheetBefore = await sheets.load(sheetKey(before))
    const sheetAfter = await sheets.load(sheetKey(after))
    return { from: before, to: after, ...diffSheets(sheetBefore, sheetAfter) }
  }
}
