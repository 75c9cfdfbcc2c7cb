import { Fault } from '@andel/schema/fault'
import { Ctx, Extensions, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { Person } from '../person/person.entity.ts'
import { Viewer } from './viewer.ts'

@Resolver()
export class ViewerResolver {
  @Extensions({ varies: true })
  @Query(() => Viewer, { description: 'Whoever asks. Refused with UNAUTHENTICATED to nobody.' })
  async viewer(@Ctx() { em, actor }: RequestContext): Promise<Viewer> {
    const person = await em.findOne(Person, { id: actor.id }, { populate: ['grants'] })
    if (!person) throw new Fault('UNAUTHENTICATED')
    return new Viewer(person, actor.writes)
  }
}
