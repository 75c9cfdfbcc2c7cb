import { Field, ID, InputType } from 'type-graphql'
import { KeyInput } from '../allocation/key-input.ts'
import { Duration, IsoDate } from '../scalars/index.ts'

@InputType({ description: 'A municipality that takes part in a new agreement.' })
export class NewParticipantInput {
  @Field(() => String, { description: 'Which municipality, e.g. "2303".' })
  municipalityCode: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'First day of the participation; that of the agreement when absent.',
  })
  from?: string | null

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Last day; until further notice when absent.',
  })
  to?: string | null
}

@InputType({ description: 'A new agreement about a joint service.' })
export class CreateAgreementInput {
  @Field(() => ID, { description: 'Global id of the joint service.' })
  jointServiceId: string

  @Field(() => ID, {
    description:
      'A UUID of the client: sent again with the same agreement, it changes nothing twice.',
  })
  clientMutationKey: string

  @Field(() => String, { description: 'Title of the document; at most 200 characters.' })
  title: string

  @Field(() => String, {
    description: 'Body, date and paragraph of the decision behind it; at most 200 characters.',
  })
  decision: string

  @Field(() => IsoDate, {
    description: 'First day in force; no other agreement of the joint service begins on it.',
  })
  validFrom: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Last day in force; until further notice when absent.',
  })
  validTo?: string | null

  @Field(() => Duration, {
    description:
      'Time from a written notice to the last liable day, in years, months and days: "P1Y".',
  })
  noticePeriod: string

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether a participation that covers part of a year weighs by its months.',
  })
  weighsPartYear: boolean

  @Field(() => KeyInput, {
    description:
      'The key that new budgets begin with. It must weigh whoever takes part in the first year.',
  })
  defaultKey: KeyInput

  @Field(() => [NewParticipantInput], { description: 'Who takes part: at least one.' })
  participants: NewParticipantInput[]

  @Field(() => String, {
    nullable: true,
    description: 'What one should know about it; at most 5000 characters.',
  })
  note?: string | null
}
