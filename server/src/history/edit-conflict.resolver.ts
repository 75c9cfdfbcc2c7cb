import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { EditConflict } from './edit-conflict.ts'

@Resolver(() => EditConflict)
export class EditConflictResolver {
  @FieldResolver(() => String, {
    description: 'Name of who set it; the source, when it is a figure that nobody set.',
  })
  async changedBy(
    @Root() conflict: EditConflict,
    @Ctx() { names }: RequestContext,
  ): Promise<string> {
    return (await names.load(conflict.actor)).name
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Global id of the person who set it; null when nobody did.',
  })
  async changedById(
    @Root() conflict: EditConflict,
    @Ctx() { names }: RequestContext,
  ): Promise<string | null> {
    return (await names.load(conflict.actor)).personId
  }
}
