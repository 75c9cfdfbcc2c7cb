import { Field, InputType, registerEnumType } from 'type-graphql'
import { SortDirection } from '../connection/sort-direction.ts'

const common = {
  JOINT_SERVICE: { description: 'Name of the joint service, as Swedish orders it.' },
  YEAR: { description: 'Fiscal year.' },
  SHEET: { description: 'Place in the sheet of its budget.' },
  SECTION: { description: 'Name of the section, as Swedish orders it.' },
  DESCRIPTION: { description: 'Description of the line, as Swedish orders it.' },
  LINE_AMOUNT: { description: 'Amount of the line. A revenue is negative.' },
}

export enum BudgetLineOrderField {
  JOINT_SERVICE = 'JOINT_SERVICE',
  YEAR = 'YEAR',
  SHEET = 'SHEET',
  SECTION = 'SECTION',
  DESCRIPTION = 'DESCRIPTION',
  AMOUNT = 'AMOUNT',
  DIFFERENCE = 'DIFFERENCE',
  WORKLOAD = 'WORKLOAD',
}

const { LINE_AMOUNT, ...ofLines } = common

registerEnumType(BudgetLineOrderField, {
  name: 'BudgetLineOrderField',
  description: 'What lines can be ordered by.',
  valuesConfig: {
    ...ofLines,
    AMOUNT: { description: 'Amount. A revenue is negative.' },
    DIFFERENCE: { description: 'What EACH_ALONE leaves over.' },
    WORKLOAD: { description: 'Workload; an empty one counts as 0.' },
  },
})

@InputType({ description: 'In which order.' })
export class BudgetLineOrder {
  @Field(() => BudgetLineOrderField, { description: 'What to order by.' })
  field: BudgetLineOrderField

  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Which way to order.',
  })
  direction: SortDirection
}

export enum CostShareOrderField {
  MUNICIPALITY_CODE = 'MUNICIPALITY_CODE',
  MUNICIPALITY_NAME = 'MUNICIPALITY_NAME',
  JOINT_SERVICE = 'JOINT_SERVICE',
  YEAR = 'YEAR',
  SHEET = 'SHEET',
  SECTION = 'SECTION',
  DESCRIPTION = 'DESCRIPTION',
  AMOUNT = 'AMOUNT',
  LINE_AMOUNT = 'LINE_AMOUNT',
}

registerEnumType(CostShareOrderField, {
  name: 'CostShareOrderField',
  description: 'What shares can be ordered by.',
  valuesConfig: {
    MUNICIPALITY_CODE: { description: 'Code of the municipality that bears the share.' },
    MUNICIPALITY_NAME: { description: 'Name of the municipality, as Swedish orders it.' },
    ...ofLines,
    LINE_AMOUNT,
    AMOUNT: { description: 'Amount of the share.' },
  },
})

@InputType({ description: 'In which order.' })
export class CostShareOrder {
  @Field(() => CostShareOrderField, { description: 'What to order by.' })
  field: CostShareOrderField

  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Which way to order.',
  })
  direction: SortDirection
}
