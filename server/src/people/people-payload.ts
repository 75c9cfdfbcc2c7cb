import { Field, Int, ObjectType } from 'type-graphql'
import { Grant } from '../person/grant.entity.ts'
import { Person } from '../person/person.entity.ts'
import { invitationLasts } from '../sign-in/invitations.ts'

const day = 24 * 60 * 60_000

/** A person, and how the person chooses a password. */
@ObjectType()
abstract class Invited {
  constructor({ person, code }: Pick<Invited, 'person' | 'code'>) {
    this.person = person
    this.code = code
  }

  @Field(() => Person, { description: 'The person, as it is now.' })
  readonly person: Person

  @Field(() => String, {
    description:
      'Code of the link with which the person chooses a password: `/valkommen#<code>`. Shown this once.',
  })
  readonly code: string

  @Field(() => Int, { description: 'For how many days the link is good.' })
  readonly days = invitationLasts / day
}

@ObjectType({ description: 'The account that was made, and its invitation.' })
export class CreatePersonPayload extends Invited {}

@ObjectType({ description: 'The new invitation; those from before are no longer good.' })
export class InvitePersonPayload extends Invited {}

@ObjectType({ description: 'The person whose name or e-mail was changed.' })
export class UpdatePersonPayload {
  @Field(() => Person, { description: 'The person, as it is now.' })
  person: Person

  @Field(() => Boolean, {
    description:
      'Whether a link to choose a password is no longer good, since the e-mail it went to is another: make a new one with `invitePerson`.',
  })
  invitationEnded: boolean
}

@ObjectType({ description: 'The person whose account was closed.' })
export class SuspendPersonPayload {
  @Field(() => Person, { description: 'The person, as it is now.' })
  person: Person
}

@ObjectType({ description: 'The person whose account was opened again.' })
export class ReinstatePersonPayload {
  @Field(() => Person, { description: 'The person, as it is now.' })
  person: Person
}

@ObjectType({ description: 'What is left of the person: a pseudonym.' })
export class ErasePersonPayload {
  @Field(() => Person, { description: 'The person, as it is now.' })
  person: Person
}

@ObjectType({ description: 'The person who was given a role.' })
export class GrantRolePayload {
  @Field(() => Person, { description: 'The person, as it is now.' })
  person: Person

  @Field(() => Grant, { description: 'What was granted.' })
  grant: Grant
}

@ObjectType({ description: 'The person whom the role was taken from.' })
export class RevokeGrantPayload {
  @Field(() => Person, { description: 'The person, as it is now.' })
  person: Person
}

@ObjectType({ description: 'The person who was signed out.' })
export class EndSessionsPayload {
  @Field(() => Person, { description: 'The person, as it is now.' })
  person: Person

  @Field(() => Int, { description: 'How many sessions were ended.' })
  ended: number
}
