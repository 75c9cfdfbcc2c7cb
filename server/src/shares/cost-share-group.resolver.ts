import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { IsoDate, Money } from '../scalars/index.ts'
import { CostShareGroup } from './group-types.ts'
import { inhabitants, perInhabitant } from './per-inhabitant.ts'

const dateText =
  'Reference date; 31 December of the year before that of the group when left out, for which the group must have a year or a budget.'

@Resolver(() => CostShareGroup)
export class CostShareGroupResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Inhabitants of the municipality of the group. Null when not grouped by MUNICIPALITY, or when there is no figure of the date.',
  })
  inhabitants(
    @Root() group: CostShareGroup,
    @Arg('on', () => IsoDate, { nullable: true, description: dateText }) on: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<number | null> {
    return inhabitants(context, group, on)
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'Sum of the group divided by `inhabitants`, rounded to öre, half away from zero. Null when `inhabitants` is null or 0.',
  })
  perInhabitant(
    @Root() group: CostShareGroup,
    @Arg('on', () => IsoDate, { nullable: true, description: dateText }) on: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<bigint | null> {
    return perInhabitant(context, group, group.aggregate.amount.sum, on)
  }
}
