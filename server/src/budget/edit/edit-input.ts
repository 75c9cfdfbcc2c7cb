import { Field, ID, InputType, Int } from 'type-graphql'
import { KeyInput } from '../../allocation/key-input.ts'
import { PopulationQuality } from '../../population/population-figure.entity.ts'
import { IsoDate } from '../../scalars/index.ts'
import { LineFieldsInput } from './line-fields-input.ts'

@InputType({ description: 'Sets fields of a line.' })
export class SetLineInput {
  @Field(() => ID, { description: 'Global id of the line.' })
  lineId: string

  @Field(() => Int, { description: 'The version that the edit was based on.' })
  version: number

  @Field(() => LineFieldsInput, { description: 'What to set.' })
  fields: LineFieldsInput
}

@InputType({ description: 'Adds a line.' })
export class AddLineInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The line to put it after; at the end when absent.',
  })
  afterLineId?: string | null

  @Field(() => LineFieldsInput, {
    description: 'What it says. The default key splits it unless another is given.',
  })
  fields: LineFieldsInput
}

@InputType({ description: 'Removes a line.' })
export class RemoveLineInput {
  @Field(() => ID, { description: 'Global id of the line.' })
  lineId: string

  @Field(() => Int, { description: 'The version that the edit was based on.' })
  version: number
}

@InputType({
  description:
    'Brings back a line that has been removed, as it was: same id, same fields, same place.',
})
export class RestoreLineInput {
  @Field(() => ID, { description: 'Global id of the line.' })
  lineId: string
}

@InputType({
  description:
    'Moves a line. It stays in its section: put before all of it, it takes the whole section along.',
})
export class MoveLineInput {
  @Field(() => ID, { description: 'Global id of the line.' })
  lineId: string

  @Field(() => Int, { description: 'The version that the edit was based on.' })
  version: number

  @Field(() => ID, { nullable: true, description: 'The line to put it after; first when null.' })
  afterLineId?: string | null
}

@InputType({
  description:
    'Sets a population figure, as a new revision. It counts in every budget that uses the date.',
})
export class SetPopulationInput {
  @Field(() => String, { description: 'The municipality whose inhabitants they are.' })
  municipalityCode: string

  @Field(() => IsoDate, { description: 'Reference date (mätdatum) of the figure.' })
  on: string

  @Field(() => Int, { description: 'Number of inhabitants.' })
  inhabitants: number

  @Field(() => String, { description: 'Where the figure is from; needed.' })
  source: string

  @Field(() => String, {
    nullable: true,
    description: 'What else there is to know, such as why it was corrected.',
  })
  note?: string | null

  @Field(() => PopulationQuality, {
    nullable: true,
    description:
      'How sure it is. Left out, a first figure is SECONDARY and one that replaces another CORRECTED.',
  })
  quality?: PopulationQuality | null

  @Field(() => Int, {
    description: 'The revision that the edit was based on; 0 when there was no figure.',
  })
  basedOnRevision: number
}

@InputType({ description: 'Changes a key of the budget.' })
export class SetKeyInput {
  @Field(() => ID, { description: 'Global id of the key.' })
  keyId: string

  @Field(() => Int, { description: 'The version that the edit was based on.' })
  version: number

  @Field(() => KeyInput, { description: 'The whole key as it shall be.' })
  key: KeyInput
}

@InputType({ description: 'Adds a key to the budget.' })
export class AddKeyInput {
  @Field(() => KeyInput, { description: 'The key to add.' })
  key: KeyInput
}

@InputType({ description: 'Removes a key that no line uses.' })
export class RemoveKeyInput {
  @Field(() => ID, { description: 'Global id of the key.' })
  keyId: string

  @Field(() => Int, { description: 'The version that the edit was based on.' })
  version: number
}

@InputType({ description: 'One edit: exactly one of its fields is set.' })
export class BudgetEditInput {
  @Field(() => SetLineInput, { nullable: true, description: 'Sets fields of a line.' })
  setLine?: SetLineInput | null

  @Field(() => AddLineInput, { nullable: true, description: 'Adds a line.' })
  addLine?: AddLineInput | null

  @Field(() => RemoveLineInput, { nullable: true, description: 'Removes a line.' })
  removeLine?: RemoveLineInput | null

  @Field(() => RestoreLineInput, { nullable: true, description: 'Brings back a removed line.' })
  restoreLine?: RestoreLineInput | null

  @Field(() => MoveLineInput, { nullable: true, description: 'Moves a line.' })
  moveLine?: MoveLineInput | null

  @Field(() => SetPopulationInput, { nullable: true, description: 'Sets a population figure.' })
  setPopulation?: SetPopulationInput | null

  @Field(() => SetKeyInput, { nullable: true, description: 'Changes a key.' })
  setKey?: SetKeyInput | null

  @Field(() => AddKeyInput, { nullable: true, description: 'Adds a key.' })
  addKey?: AddKeyInput | null

  @Field(() => RemoveKeyInput, { nullable: true, description: 'Removes a key.' })
  removeKey?: RemoveKeyInput | null
}

@InputType({ description: 'Edits of one budget, applied all or not at all.' })
export class EditBudgetInput {
  @Field(() => ID, { description: 'Global id of the budget.' })
  budgetId: string

  @Field(() => ID, {
    description: 'A UUID of the client: sent again with the same edits, it changes nothing twice.',
  })
  clientMutationKey: string

  @Field(() => String, { nullable: true, description: 'Why, kept with each change.' })
  reason?: string | null

  @Field(() => [BudgetEditInput], { description: 'The edits, in order; at most 5000.' })
  edits: BudgetEditInput[]
}
