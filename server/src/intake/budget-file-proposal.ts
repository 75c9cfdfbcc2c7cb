import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { Fault } from '@andel/schema/fault'
import { FaultFields } from '../fault/fault-fields.ts'
import { addressOf } from '../file/cell-address.ts'
import { Json } from '../scalars/index.ts'
import { BudgetColumn } from './budget-column.ts'

export enum FileRowKind {
  LINE = 'LINE',
  SECTION = 'SECTION',
  SUM = 'SUM',
  EMPTY = 'EMPTY',
}

registerEnumType(FileRowKind, {
  name: 'FileRowKind',
  description: 'What a row of a file was taken for.',
  valuesConfig: {
    LINE: { description: 'A line of the budget.' },
    SECTION: { description: 'A heading: the lines below it stand in a section of that name.' },
    SUM: { description: 'A sum, which is not read.' },
    EMPTY: { description: 'Nothing.' },
  },
})

@InputType({ description: 'What one column of a file holds.' })
export class ColumnMeaningInput {
  @Field(() => Int, { description: 'The column, from 0.' })
  column: number

  @Field(() => BudgetColumn, { description: 'What it holds.' })
  meaning: BudgetColumn
}

@InputType({ description: 'How a file is read. What is left out is guessed.' })
export class BudgetFileMappingInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the sheet; the first with rows when absent.',
  })
  sheet?: string | null

  @Field(() => Int, { nullable: true, description: 'The row of headings, from 0; -1 for none.' })
  headingRow?: number | null

  @Field(() => [ColumnMeaningInput], {
    nullable: true,
    description: 'What the columns hold; a column that is not named is not read.',
  })
  columns?: ColumnMeaningInput[] | null
}

@ObjectType({ description: 'One column of a file that is read.' })
export class FileColumn {
  @Field(() => Int, { description: 'Which, from 0.' })
  column: number

  @Field(() => String, { description: 'Its letters, as a spreadsheet shows them.' })
  letters: string

  @Field(() => String, { description: 'Its heading; "" for none.' })
  heading: string

  @Field(() => BudgetColumn, {
    nullable: true,
    description: 'What it holds; null when it is not read.',
  })
  meaning: BudgetColumn | null

  @Field(() => [String], { description: 'Its first values, at most three.' })
  samples: string[]
}

@ObjectType({ description: 'Why a cell of a file cannot be read.' })
export class FileCellProblem extends FaultFields {
  @Field(() => String, { description: 'Address of the cell, e.g. "C7".' })
  readonly cell: string

  @Field(() => Int, { description: 'Its column, from 0.' })
  readonly column: number

  @Field(() => String, { description: 'What stands there.' })
  readonly text: string

  constructor(fault: Fault, row: number, column: number, text: string) {
    super(fault)
    this.cell = addressOf({ row, column })
    this.column = column
    this.text = text
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why a text is no number, from a closed list: AMBIGUOUS for example.',
  })
  get reason(): string | null {
    const { reason } = this.fault.details
    return typeof reason === 'string' ? reason : null
  }
}

@ObjectType({ description: 'A row of a file, as it was read.' })
export class FileRow {
  @Field(() => Int, { description: 'Its number, from 1, as a spreadsheet shows it.' })
  row: number

  @Field(() => FileRowKind, { description: 'What it was taken for.' })
  kind: FileRowKind

  @Field(() => String, { description: 'Text of the row.' })
  description: string

  @Field(() => Json, {
    nullable: true,
    description: 'The line, as `LineFieldsInput`; null when it is none.',
  })
  fields: unknown

  @Field(() => [FileCellProblem], { description: 'What could not be read in it.' })
  problems: FileCellProblem[]
}

@ObjectType({
  description: 'A file read as a budget. Nothing of it is stored: add the lines with `editBudget`.',
})
export class BudgetFileProposal {
  @Field(() => [String], {
    description: 'Names of the sheets of a workbook; empty for a text file.',
  })
  sheets: string[]

  @Field(() => String, { nullable: true, description: 'The sheet that was read.' })
  sheet: string | null

  @Field(() => Int, { description: 'The row of headings, from 0; -1 for none.' })
  headingRow: number

  @Field(() => String, {
    description:
      'The headings as one text, the same for files of the same form: to remember a mapping by.',
  })
  signature: string

  @Field(() => [FileColumn], { description: 'The columns, with what they hold.' })
  columns: FileColumn[]

  @Field(() => [FileRow], { description: 'The rows below the headings, but the empty ones.' })
  rows: FileRow[]
}
