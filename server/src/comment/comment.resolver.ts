import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { PersonName, personName } from '../person/person-name.ts'
import { Comment } from './comment.entity.ts'

@Resolver(() => Comment)
export class CommentResolver {
  @FieldResolver(() => PersonName, { description: 'Who wrote it.' })
  author(@Root() comment: Comment, @Ctx() { names }: RequestContext): Promise<PersonName> {
    return personName(names, comment.actor)
  }

  @Extensions({ varies: true })
  @FieldResolver(() => [PersonName], {
    description: 'The people named in it; none when it has been withdrawn.',
  })
  mentions(@Root() comment: Comment, @Ctx() { names }: RequestContext): Promise<PersonName[]> {
    return Promise.all(comment.mentions.map((id) => personName(names, id)))
  }
}
