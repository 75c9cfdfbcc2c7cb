import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import type { RequestContext } from '../context.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Budget } from './budget.entity.ts'
import type { Sheet } from './sheet.ts'

@ObjectType({ description: 'What whoever asks may do in a budget.' })
export class BudgetRights {
  @Field(() => Boolean, { description: 'Whether it may edit everything: lines, keys and figures.' })
  readonly editsAll: boolean

  @Field(() => [Municipality], {
    description: 'Participants whose population figures it may set.',
  })
  readonly figuresOf: readonly Municipality[]

  @Field(() => [Municipality], {
    description: 'Participants whose opened lines it may write, and whose remarks.',
  })
  readonly writesFor: readonly Municipality[]

  constructor(actor: Actor, { jointService: { id: jointService }, municipalities }: Sheet) {
    const among = (action: 'population.edit' | 'remark.edit'): Municipality[] =>
      [...municipalities.values()].filter(({ code }) =>
        can(actor, action, { jointService, municipality: code }),
      )
    this.editsAll = can(actor, 'budget.edit', { jointService })
    this.figuresOf = among('population.edit')
    this.writesFor = among('remark.edit')
  }
}

@Resolver(() => Budget)
export class BudgetRightsResolver {
  @FieldResolver(() => BudgetRights, { description: 'What whoever asks may do in it.' })
  async rights(
    @Root() budget: Budget,
    @Ctx() { actor, sheets }: RequestContext,
  ): Promise<BudgetRights> {
    return new BudgetRights(actor, await sheets.load(budget.id))
  }
}
