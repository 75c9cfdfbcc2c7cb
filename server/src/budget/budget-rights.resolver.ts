import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import type { RequestContext } from '../context.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Budget } from './budget.entity.ts'
import { isPast, sheetKey } from './past/sheet-key.ts'
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

  /** @param settable - whether the actor may set the figures of a municipality, by its code */
  constructor(
    actor: Actor,
    { budget, jointService: { id: jointService }, municipalities }: Sheet,
    settable: ReadonlySet<string>,
  ) {
    const all = isPast(budget) ? [] : [...municipalities.values()]
    this.editsAll = !isPast(budget) && can(actor, 'budget.edit', { jointService })
    this.figuresOf = all.filter(({ code }) => settable.has(code))
    this.writesFor = all.filter(({ code }) =>
      can(actor, 'remark.edit', { jointService, municipality: code }),
    )
  }
}

@Resolver(() => Budget)
export class BudgetRightsResolver {
  @FieldResolver(() => BudgetRights, {
    description: 'What whoever asks may do in it: nothing in a past budget.',
  })
  async rights(
    @Root() budget: Budget,
    @Ctx() { actor, sheets, settable }: RequestContext,
  ): Promise<BudgetRights> {
    const sheet = await sheets.load(sheetKey(budget))
    const codes = [...sheet.municipalities.keys()]
    const may = await settable.loadMany(codes)
    const settableCodes = codes.filter((_code, index) => may[index] === true)
    return new BudgetRights(actor, sheet, new Set(settableCodes))
  }
}
