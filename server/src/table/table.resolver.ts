import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Info, Query, Resolver } from 'type-graphql'
import { Json } from '../scalars/index.ts'
import { TableOutline, outlineTable } from './table-outline.ts'
import { variablesOf } from './variables-of.ts'

@Resolver()
export class TableResolver {
  @Query(() => TableOutline, {
    description:
      'What a query gives as a table (Accept: text/csv and others), or why it cannot. Nothing is read.',
  })
  tableOutline(
    @Arg('query', () => String, { description: 'The query, a text in GraphQL.' }) query: string,
    @Arg('variables', () => Json, { nullable: true, description: 'Its variables, an object.' })
    variables: unknown,
    @Info() { schema }: GraphQLResolveInfo,
  ): TableOutline {
    return outlineTable(schema, query, variablesOf(variables))
  }
}
