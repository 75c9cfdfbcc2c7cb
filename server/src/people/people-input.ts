import { Field, ID, InputType } from 'type-graphql'
import { Role } from '../person/role-enums.ts'

@InputType({ description: 'A local account to make.' })
export class CreatePersonInput {
  @Field(() => String, { description: 'First and last name, at most 200 characters.' })
  name: string

  @Field(() => String, { description: 'Work e-mail, with which the person signs in.' })
  email: string
}

@InputType({ description: 'What to change of a person. What is left out stays.' })
export class UpdatePersonInput {
  @Field(() => ID, { description: 'Global id of the person.' })
  personId: string

  @Field(() => String, { nullable: true, description: 'First and last name.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'Work e-mail.' })
  email?: string | null
}

@InputType({ description: 'A person to do something to.' })
export class PersonInput {
  @Field(() => ID, { description: 'Global id of the person.' })
  personId: string
}

@InputType({ description: 'A role to give to a person.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'Global id of the person.' })
  personId: string

  @Field(() => Role, { description: 'As what the person takes part.' })
  role: Role

  @Field(() => String, {
    nullable: true,
    description: 'Slug of the joint service; of every role but ADMIN, which has none.',
  })
  jointServiceSlug?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Code of a municipality that is or has been a party: a FINANCE_OFFICER has one, an ANALYST may.',
  })
  municipalityCode?: string | null
}

@InputType({ description: 'A role to take from a person.' })
export class RevokeGrantInput {
  @Field(() => ID, { description: 'Global id of the grant.' })
  grantId: string
}
