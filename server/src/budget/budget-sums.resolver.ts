import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { Budget } from './budget.entity.ts'
import { Residual, lineAddsUp, residualOf } from './residual.ts'
import type { Sheet } from './sheet.ts'

/** What rounding came to in a whole budget. */
@Resolver(() => Budget)
export class BudgetSumsResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether everything adds up, worked out anew: the shares and the difference of each line to its amount, the lines to each participant and to the total.',
  })
  async sumOk(@Root() budget: Budget, @Ctx() { sheets }: RequestContext): Promise<boolean> {
    return sheetAddsUp(await sheets.load(budget.id))
  }

  @FieldResolver(() => Residual, {
    nullable: true,
    description: 'What rounding left over in all its lines. Null when none has figures.',
  })
  async residual(
    @Root() budget: Budget,
    @Ctx() { sheets }: RequestContext,
  ): Promise<Residual | null> {
    const sheet = await sheets.load(budget.id)
    return residualOf(sheet, sheet.figures.lines)
  }
}

function sheetAddsUp({ figures: { lines, totals, total, difference } }: Sheet): boolean {
  const all = totals.reduce((sum, share) => sum + share, difference)
  return (
    lines.every(lineAddsUp) &&
    lines.reduce((sum, { amount = 0 }) => sum + amount, 0) === total &&
    all === total &&
    totals.every(
      (bears, index) => lines.reduce((sum, { shares }) => sum + shares[index]!, 0) === bears,
    )
  )
}
