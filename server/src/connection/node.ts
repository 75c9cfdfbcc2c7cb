import { Field, ID, InterfaceType } from 'type-graphql'

/** Name of the object type of something with an id of its own. */
export function typeOfNode(node: object): string {
  return (node as { graphqlType?: string }).graphqlType ?? node.constructor.name
}

@InterfaceType({
  description: 'Anything with an id of its own, found again by `node(id)`.',
  resolveType: typeOfNode,
})
export abstract class Node {
  @Field(() => ID, { name: 'id', description: 'Opaque, and unique in the whole API.' })
  readonly globalId: string
}
