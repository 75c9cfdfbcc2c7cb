import { Arg, Ctx, Extensions, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.ts'
import { BudgetVersion } from '../../history/budget-version.entity.ts'
import { DateTime } from '../../scalars/index.ts'
import { Budget } from '../budget.entity.ts'
import { nameVersion, removeVersion } from './name-version.ts'
import { BudgetMoment } from './past-budget.ts'
import { isPast } from './sheet-key.ts'
import { NameBudgetVersionInput, RemoveBudgetVersionInput } from './version-input.ts'
import { NameBudgetVersionPayload, RemoveBudgetVersionPayload } from './version-payload.ts'

@Resolver(() => BudgetVersion)
export class BudgetVersionResolver {
  @Mutation(() => NameBudgetVersionPayload, {
    description:
      'Names a budget as it stood at a moment, also a locked one. Faults: BAD_TEXT, BAD_MOMENT, ALREADY_EXISTS.',
  })
  async nameBudgetVersion(
    @Arg('input', () => NameBudgetVersionInput, { description: 'The name, and of what.' })
    input: NameBudgetVersionInput,
    @Ctx() context: RequestContext,
  ): Promise<NameBudgetVersionPayload> {
    context.forget()
    return { version: await nameVersion(context.em, context.actor, input) }
  }

  @Mutation(() => RemoveBudgetVersionPayload, {
    description: 'Removes the name of a version. What it named stays in the history.',
  })
  async removeBudgetVersion(
    @Arg('input', () => RemoveBudgetVersionInput, { description: 'Which one it is about.' })
    { versionId }: RemoveBudgetVersionInput,
    @Ctx() context: RequestContext,
  ): Promise<RemoveBudgetVersionPayload> {
    context.forget()
    return { budget: await removeVersion(context.em, context.actor, versionId) }
  }

  // a person is renamed or erased without a change in the log
  @Extensions({ varies: true })
  @FieldResolver(() => String, {
    description: 'Name of who named it: of a person, a pseudonym when that has been erased.',
  })
  async by(@Root() { actor }: BudgetVersion, @Ctx() { names }: RequestContext): Promise<string> {
    return (await names.load(actor)).name
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Global id of the person who named it; null when it was Andel itself.',
  })
  async byId(
    @Root() { actor }: BudgetVersion,
    @Ctx() { names }: RequestContext,
  ): Promise<string | null> {
    return (await names.load(actor)).personId
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When the budget stood so: when the newest change that it holds was accepted; null before the first.',
  })
  at(
    @Root() { sequence }: BudgetVersion,
    @Ctx() { acceptedAt }: RequestContext,
  ): Promise<Date | null> {
    return acceptedAt.load(sequence)
  }
}

@Resolver(() => Budget)
export class BudgetPastResolver {
  @FieldResolver(() => BudgetMoment, {
    nullable: true,
    description:
      'The moment at which it is told; null: as it is now. At a moment it is only to be read, and ids are those of what stands now.',
  })
  asOf(@Root() budget: Budget): BudgetMoment | null {
    return isPast(budget) ? budget.asOf : null
  }

  // a name comes and goes without a change in the log
  @Extensions({ varies: true })
  @FieldResolver(() => [BudgetVersion], {
    description: 'Its named versions, as they are now, the newest first.',
  })
  versions(
    @Root() budget: Budget,
    @Ctx() { budgetVersions }: RequestContext,
  ): Promise<BudgetVersion[]> {
    return budgetVersions.load(budget.id)
  }
}
