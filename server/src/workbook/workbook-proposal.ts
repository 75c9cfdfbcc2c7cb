import { Ctx, Field, Int, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import type { Sheet } from '../budget/sheet.ts'
import type { RequestContext } from '../context.ts'
import { DateTime } from '../scalars/index.ts'
import { SealStatus } from './read-seal.ts'
import type { SealedWorkbook } from './seal.ts'
import { type ChangeFacts, WorkbookChange } from './workbook-change.ts'

@ObjectType({
  description:
    'What a workbook has otherwise than the budget. Nothing of it is stored: accept it with `editBudget`.',
})
export class WorkbookProposal {
  constructor(
    private readonly read: { readonly status: SealStatus; readonly sealed: SealedWorkbook },
    private readonly sheet: Sheet,
    private readonly noted: readonly ChangeFacts[],
  ) {}

  @Field(() => Budget, { description: 'The budget that it is compared with.' })
  budget(@Ctx() { em }: RequestContext): Promise<Budget> {
    return em.findOneOrFail(Budget, { id: this.sheet.budget.id })
  }

  @Field(() => SealStatus, {
    description: 'What the seal is worth. What is not INTACT may give wrong values at the export.',
  })
  get seal(): SealStatus {
    return this.read.status
  }

  @Field(() => DateTime, { description: 'When it was exported.' })
  get exportedAt(): Date {
    return new Date(this.read.sealed.exportedAt)
  }

  @Field(() => Int, { description: 'Sequence of the newest change that it has.' })
  get sequence(): number {
    return this.read.sealed.sequence
  }

  @Field(() => Int, { description: 'Sequence of the newest change of the budget.' })
  get currentSequence(): number {
    return this.sheet.sequence
  }

  @Field(() => [WorkbookChange], {
    description: 'What differs: populations, then lines, then what is not allowed.',
  })
  get changes(): WorkbookChange[] {
    return this.noted.map((facts) => new WorkbookChange(facts))
  }
}
