import { Field, ID, ObjectType } from 'type-graphql'
import type { Person } from '../person/person.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Grant } from '../person/grant.entity.ts'

@ObjectType({ description: 'Whoever asks: a person, or a program with a token of that person.' })
export class Viewer {
  @Field(() => ID, { description: 'Global id of the person.' })
  readonly id: string

  @Field(() => String, { description: 'First and last name of the person.' })
  readonly name: string

  @Field(() => String, { description: 'Work e-mail.' })
  readonly email: string

  @Field(() => [Grant], { description: 'What it may do; nothing before somebody has granted it.' })
  readonly grants: readonly Grant[]

  @Field(() => Boolean, {
    description: 'Whether it may change anything: a token may be for reading.',
  })
  readonly writes: boolean

  @Field(() => Boolean, {
    description: 'Whether there is a password to change: who signs in elsewhere has none here.',
  })
  readonly hasPassword: boolean

  constructor(person: Person, writes: boolean) {
    this.id = toGlobalId('Person', person.id)
    this.name = person.name
    this.email = person.email
    this.grants = [...person.grants]
    this.writes = writes
    this.hasPassword = person.passwordHash !== null
  }
}
