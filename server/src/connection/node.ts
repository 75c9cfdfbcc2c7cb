import { Field, ID, InterfaceType } from 'type-graphql'

@InterfaceType({
  description: 'Anything with an id of its own, found again by `node(id)`.',
  resolveType: (value: object) =>
    (value as { graphqlType?: string }).graphqlType ?? value.constructor.name,
})
export abstract class Node {
  @Field(() => ID, { name: 'id', description: 'Opaque, and unique in the whole API.' })
  readonly globalId: string
}
