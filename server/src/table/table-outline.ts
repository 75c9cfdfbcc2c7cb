import { type GraphQLSchema, GraphQLError } from 'graphql'
import { Arg, Field, ObjectType, registerEnumType } from 'type-graphql'
import { readDocument } from '../execution/read-document.ts'
import { Language } from '../fault/language.ts'
import type { Sentence } from '../http/sentence.ts'
import { type Column, ColumnKind } from './column.ts'
import { planTable } from './plan-table.ts'
import { TableFault } from './table-fault.ts'

registerEnumType(ColumnKind, {
  name: 'TableColumnKind',
  description: 'What the cells of a column hold.',
  valuesConfig: {
    TEXT: { description: 'Texts, among them codes, ids and names of choices.' },
    INTEGER: { description: 'Whole numbers.' },
    MONEY: { description: 'Exact amounts in kronor with two decimals.' },
    DECIMAL: { description: 'Exact decimal numbers.' },
    PERCENT: { description: 'Per cent, without the sign.' },
    DATE: { description: 'Calendar dates.' },
    DATE_TIME: { description: 'Moments in UTC.' },
    BOOLEAN: { description: 'True or false.' },
    JSON: { description: 'JSON, written out as text.' },
  },
})

@ObjectType({ description: 'One column of a table, with its name and kind.' })
export class TableColumn implements Column {
  @Field(() => String, { description: 'The dotted path of the field, with aliases as written.' })
  readonly name: string

  @Field(() => ColumnKind, { description: 'What its cells hold.' })
  readonly kind: ColumnKind
}

@ObjectType({ description: 'Why a query cannot become a table.' })
export class TableProblem {
  constructor(
    /** From a closed list for what Andel refuses, otherwise `NOT_VALID`: not a query of this API. */
    readonly reason: string,
    private readonly sentence: Sentence,
  ) {}

  @Field(() => String, {
    description:
      'From a closed list, such as "SIBLING_LISTS"; "NOT_VALID" when the query does not fit the contract.',
  })
  get code(): string {
    return this.reason
  }

  @Field(() => String, { description: 'The same as a sentence.' })
  message(
    @Arg('language', () => Language, {
      defaultValue: Language.SV,
      description: 'In which language.',
    })
    language: Language,
  ): string {
    return this.sentence[language]
  }
}

@ObjectType({ description: 'What a query gives as a table.' })
export class TableOutline {
  @Field(() => [TableColumn], { description: 'Its columns, in order; none when it has a problem.' })
  readonly columns: readonly TableColumn[]

  @Field(() => TableProblem, {
    nullable: true,
    description: 'Why it cannot become a table; null when it can.',
  })
  readonly problem: TableProblem | null
}

/** What a query gives as a table, or why it cannot; nothing is read. */
export function outlineTable(
  schema: GraphQLSchema,
  source: string,
  variables: Readonly<Record<string, unknown>>,
): TableOutline {
  try {
    const document = readDocument(schema, source, { suggestions: true })
    return { columns: planTable(schema, { document, variables }).columns, problem: null }
  } catch (error) {
    return { columns: [], problem: problemOf(error) }
  }
}

function problemOf(error: unknown): TableProblem {
  if (error instanceof TableFault) return new TableProblem(error.reason, error.sentence)
  const first: unknown = Array.isArray(error) ? error[0] : error
  if (!(first instanceof GraphQLError)) throw error
  const { message } = first // GraphQL speaks English
  return new TableProblem('NOT_VALID', {
    sv: `Frågan passar inte API:et: ${message}`,
    en: `The query does not fit the API: ${message}`,
  })
}
