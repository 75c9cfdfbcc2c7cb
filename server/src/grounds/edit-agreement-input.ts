import { Field, ID, InputType, Int } from 'type-graphql'
import { KeyInput } from '../allocation/key-input.ts'
import { IsoDate } from '../scalars/index.ts'

@InputType({ description: 'Sets from when to when a participation lasts.' })
export class SetParticipationInput {
  @Field(() => ID, { description: 'Global id of the participation.' })
  participationId: string

  @Field(() => IsoDate, { description: 'First day of the participation.' })
  from: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Last day; until further notice when absent.',
  })
  to?: string | null
}

@InputType({ description: 'Lets a municipality take part.' })
export class AddParticipationInput {
  @Field(() => String, { description: 'Code of the municipality that joins.' })
  municipalityCode: string

  @Field(() => IsoDate, { description: 'First day of the participation.' })
  from: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Last day; until further notice when absent.',
  })
  to?: string | null
}

@InputType({ description: 'Removes a participation, as if it had never been.' })
export class RemoveParticipationInput {
  @Field(() => ID, { description: 'Global id of the participation.' })
  participationId: string
}

@InputType({
  description:
    'Changes the key that new budgets begin with. Budgets that are there have keys of their own.',
})
export class SetDefaultKeyInput {
  @Field(() => KeyInput, {
    description:
      'The whole key. It must weigh whoever takes part in the year of the newest budget.',
  })
  key: KeyInput
}

@InputType({ description: 'One edit: exactly one of its fields is set.' })
export class AgreementEditInput {
  @Field(() => SetParticipationInput, {
    nullable: true,
    description: 'Sets from when to when a participation lasts.',
  })
  setParticipation?: SetParticipationInput | null

  @Field(() => AddParticipationInput, {
    nullable: true,
    description: 'Lets a municipality take part.',
  })
  addParticipation?: AddParticipationInput | null

  @Field(() => RemoveParticipationInput, {
    nullable: true,
    description: 'Removes a participation.',
  })
  removeParticipation?: RemoveParticipationInput | null

  @Field(() => SetDefaultKeyInput, { nullable: true, description: 'Changes the default key.' })
  setKey?: SetDefaultKeyInput | null
}

@InputType({ description: 'Edits of one agreement, applied all or not at all.' })
export class EditAgreementInput {
  @Field(() => ID, { description: 'Global id of the agreement.' })
  agreementId: string

  @Field(() => Int, { description: 'The version of the agreement that the edits were based on.' })
  version: number

  @Field(() => ID, {
    description: 'A UUID of the client: sent again with the same edits, it changes nothing twice.',
  })
  clientMutationKey: string

  @Field(() => String, { nullable: true, description: 'Why, kept with each change.' })
  reason?: string | null

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether only to tell what would come of it. Nothing is stored then.',
  })
  dryRun: boolean

  @Field(() => [AgreementEditInput], { description: 'The edits, in order; at most 5000.' })
  edits: AgreementEditInput[]
}
