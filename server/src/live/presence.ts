import { Field, InputType, ObjectType } from 'type-graphql'

@ObjectType({ description: 'A cell of a sheet, as the page of whoever is in it names it.' })
export class PresenceCell {
  @Field(() => String, { description: 'The row: global id of a line, or the name of another row.' })
  row: string

  @Field(() => String, {
    description: 'The column: a field, or the code of a municipality.',
  })
  column: string
}

@InputType({ description: 'A cell of a sheet.' })
export class PresenceCellInput {
  @Field(() => String, { description: 'The row: global id of a line, or the name of another row.' })
  row: string

  @Field(() => String, { description: 'The column: a field, or the code of a municipality.' })
  column: string
}

@ObjectType({ description: 'Somebody who has a budget open.' })
export class Presence {
  @Field(() => String, { description: 'What the page calls itself; another one for each tab.' })
  clientId: string

  /** Own id of the person. */
  personId: string

  @Field(() => PresenceCell, { nullable: true, description: 'Where the cursor is; null: nowhere.' })
  cell: PresenceCell | null

  @Field(() => Boolean, { description: 'Whether something is being typed there.' })
  typing: boolean
}

@ObjectType({ description: 'Who is in a budget.' })
export class BudgetPresence {
  @Field(() => [Presence], {
    description: 'Everybody who has it open, whoever asks too, the longest there first.',
  })
  readonly present: readonly Presence[]

  constructor(present: readonly Presence[]) {
    this.present = present
  }
}
