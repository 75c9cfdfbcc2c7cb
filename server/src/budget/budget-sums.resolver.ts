import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { Budget } from './budget.entity.ts'
import { sheetKey } from './past/sheet-key.ts'
import { Residual, residualOf } from './residual.ts'
import { sheetAddsUp } from './sheet-adds-up.ts'

/** What rounding came to in a whole budget. */
@Resolver(() => Budget)
export class BudgetSumsResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether everything adds up, worked out anew: the shares and the difference of each line to its amount, the lines to each participant and to the total.',
  })
  async sumOk(@Root() budget: Budget, @Ctx() { sheets }: RequestContext): Promise<boolean> {
    return sheetAddsUp(await sheets.load(sheetKey(budget)))
  }

  @FieldResolver(() => Residual, {
    nullable: true,
    description: 'What rounding left over in all its lines. Null when none has figures.',
  })
  async residual(
    @Root() budget: Budget,
    @Ctx() { sheets }: RequestContext,
  ): Promise<Residual | null> {
    const sheet = await sheets.load(sheetKey(budget))
    return residualOf(sheet, sheet.figures.lines)
  }
}
