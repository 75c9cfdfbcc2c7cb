import { Field, ID, InputType, Int } from 'type-graphql'
import { Decimal, Money } from '../../scalars/index.ts'
import { LineKind, MoneySource } from '../budget-line.entity.ts'

const typedFormula =
  'What was typed to get the value, such as "=6*50000", at most 300 characters. Only together with the value; a value that is set without it has none.'

@InputType({
  description:
    'Fields of a line. Only those that are present are set; null empties a field that may be empty.',
})
export class LineFieldsInput {
  @Field(() => LineKind, { nullable: true, description: 'Cost or revenue.' })
  kind?: LineKind | null

  @Field(() => String, { nullable: true, description: 'What it is for; at most 500 characters.' })
  description?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Name of the section it stands in, at most 100 characters; "" for none.',
  })
  section?: string | null

  @Field(() => Int, { nullable: true, description: 'Per cent of full time: 100 is one post.' })
  workload?: number | null

  @Field(() => String, { nullable: true, description: typedFormula })
  workloadFormula?: string | null

  @Field(() => Decimal, {
    nullable: true,
    description: 'Months, 0 to 12, with at most one decimal: "6.5".',
  })
  months?: string | null

  @Field(() => String, { nullable: true, description: typedFormula })
  monthsFormula?: string | null

  @Field(() => Money, {
    nullable: true,
    description: 'Cost of one post in one month. It makes the line a position.',
  })
  monthlyCost?: number | null

  @Field(() => String, { nullable: true, description: typedFormula })
  monthlyCostFormula?: string | null

  @Field(() => Money, {
    nullable: true,
    description: 'Amount of a line that is no position; that of a revenue is written positive.',
  })
  amount?: number | null

  @Field(() => String, { nullable: true, description: typedFormula })
  amountFormula?: string | null

  @Field(() => MoneySource, { nullable: true, description: 'Where the money comes from.' })
  moneySource?: MoneySource | null

  @Field(() => ID, { nullable: true, description: 'The key that splits it: one of the budget.' })
  keyId?: string | null

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of participants who bear nothing of it.',
  })
  excluded?: string[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of participants whose finance officers may write its figures and its note.',
  })
  openedTo?: string[] | null

  @Field(() => String, { nullable: true, description: 'Note; at most 5000 characters.' })
  note?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Decision it rests on: body, date, paragraph.',
  })
  decision?: string | null
}
