import { Ctx, Field, Int, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { ownIdIfAny } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { isFormulaCell } from '../file/cell.ts'
import { shownValue } from './shown-value.ts'
import { newestSequences } from '../history/newest-sequences.ts'
import { DateTime, Json } from '../scalars/index.ts'
import type { CellDifference as Found } from './cell-differences.ts'
import { type ReadSeal, SealStatus } from './read-seal.ts'

@ObjectType({ description: 'A cell that is not as it was exported.' })
export class CellDifference {
  constructor(private readonly found: Found) {}

  @Field(() => String, { description: 'Name of the sheet.' })
  get sheet(): string {
    return this.found.sheet
  }

  @Field(() => String, {
    description: 'Address of the cell, e.g. "C7": in the file, or where it was when it is gone.',
  })
  get cell(): string {
    return this.found.address
  }

  @Field(() => String, { description: 'The first text of its row; "" when there is none.' })
  get row(): string {
    return this.found.row
  }

  @Field(() => Json, { nullable: true, description: 'What it showed; null when it was empty.' })
  get was(): unknown {
    return shownValue(this.found.was)
  }

  @Field(() => String, { nullable: true, description: 'The formula it had, without "=".' })
  get wasFormula(): string | null {
    return isFormulaCell(this.found.was) ? this.found.was.formula : null
  }

  @Field(() => Json, { nullable: true, description: 'What it shows; null when it is empty.' })
  get is(): unknown {
    return shownValue(this.found.is)
  }

  @Field(() => String, { nullable: true, description: 'The formula it has, without "=".' })
  get isFormula(): string | null {
    return isFormulaCell(this.found.is) ? this.found.is.formula : null
  }
}

const mostListed = 1000

@ObjectType({ description: 'Whether a workbook says what was exported.' })
export class WorkbookCheck {
  constructor(
    private readonly read: ReadSeal,
    private readonly found: readonly Found[],
  ) {}

  @Field(() => SealStatus, { description: 'What its seal is worth.' })
  get seal(): SealStatus {
    return this.read.status
  }

  @Field(() => DateTime, { nullable: true, description: 'When it was exported, says its seal.' })
  get exportedAt(): Date | null {
    return this.read.sealed ? new Date(this.read.sealed.exportedAt) : null
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Sequence of the newest change that it has, says its seal.',
  })
  get sequence(): number | null {
    return this.read.sealed?.sequence ?? null
  }

  @Field(() => Budget, {
    nullable: true,
    description: 'The budget that it was exported from; null when there is none such here.',
  })
  async budget(@Ctx() { em }: RequestContext): Promise<Budget | null> {
    const id = this.ownBudgetId
    return id === undefined ? null : em.findOne(Budget, { id })
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the budget has changed since; null when there is none such here.',
  })
  async changedSince(@Ctx() { em }: RequestContext): Promise<boolean | null> {
    const id = this.ownBudgetId
    if (id === undefined || !(await em.count(Budget, { id }))) return null
    const newest = (await newestSequences(em, [id])).get(id) ?? 0
    return newest > (this.sequence ?? 0)
  }

  @Field(() => Int, { description: 'How many cells are not as they were exported.' })
  get differenceCount(): number {
    return this.found.length
  }

  @Field(() => [CellDifference], { description: `The first ${mostListed} of them.` })
  get differences(): CellDifference[] {
    return this.found.slice(0, mostListed).map((one) => new CellDifference(one))
  }

  private get ownBudgetId(): string | undefined {
    return ownIdIfAny(this.read.sealed?.budgetId ?? '', 'Budget')
  }
}
