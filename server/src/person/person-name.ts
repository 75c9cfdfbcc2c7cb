import type DataLoader from 'dataloader'
import { Extensions, Field, ID, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import type { ActorName } from './load-names.ts'

@ObjectType({ description: 'Somebody, as those who work together are told: a name, and no more.' })
export class PersonName {
  @Field(() => ID, { description: 'Global id of the person.' })
  readonly id: string

  // a person is renamed or erased without a change in the log
  @Extensions({ varies: true })
  @Field(() => String, { description: 'Full name; a pseudonym when it has been erased.' })
  readonly name: string
}

/** Who somebody is, by own id. */
export async function personName(
  names: DataLoader<string, ActorName>,
  ownId: string,
): Promise<PersonName> {
  return { id: toGlobalId('Person', ownId), name: (await names.load(ownId)).name }
}
