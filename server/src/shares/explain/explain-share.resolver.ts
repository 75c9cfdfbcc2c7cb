import { FieldResolver, Resolver, Root } from 'type-graphql'
import { Budget } from '../../budget/budget.entity.ts'
import { CostShare } from '../../budget/cost-share.ts'
import { SheetLine, sheetLine } from '../../budget/sheet-line.ts'
import { explainShare } from './explain-share.ts'
import { ShareExplanation } from './share-explanation.ts'

/** What a share is of, and why it is what it is. */
@Resolver(() => CostShare)
export class ExplainShareResolver {
  @FieldResolver(() => Budget, { description: 'The budget that it is of.' })
  budget(@Root() { source }: CostShare): Budget {
    return source.sheet.budget
  }

  @FieldResolver(() => SheetLine, {
    nullable: true,
    description: 'The line that it is a share of; null for a share of a whole budget.',
  })
  line(@Root() { source }: CostShare): SheetLine | null {
    return source.line && (sheetLine(source.sheet, source.line.line.id) ?? null)
  }

  @FieldResolver(() => ShareExplanation, {
    description: 'Why this amount, as figures. `explanation` says the same in words.',
  })
  explain(@Root() share: CostShare): ShareExplanation {
    return explainShare(share)
  }
}
