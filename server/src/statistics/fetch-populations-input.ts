import { Field, InputType, registerEnumType } from 'type-graphql'
import { IsoDate } from '../scalars/index.ts'
import { PopulationDateKind } from './population-date-kind.ts'

export enum StatisticsOffice {
  SCB = 'SCB',
  KOLADA = 'KOLADA',
}

registerEnumType(StatisticsOffice, {
  name: 'StatisticsOffice',
  description: 'Who has figures of inhabitants.',
  valuesConfig: {
    SCB: { description: "Statistics Sweden's statistical database." },
    KOLADA: {
      description: "The database of municipalities and regions: SCB's figures of 31 December.",
    },
  },
})

@InputType({
  description:
    'Which figures to fetch: of an office, or of an address that was pasted from one. Nothing is stored.',
})
export class FetchPopulationsInput {
  @Field(() => StatisticsOffice, {
    defaultValue: StatisticsOffice.SCB,
    description: 'Whom to ask; of no account with an address.',
  })
  office: StatisticsOffice

  @Field(() => PopulationDateKind, {
    nullable: true,
    description:
      'Which series; needed without an address. With one: on which days it counts, where the table does not say.',
  })
  dateKind?: PopulationDateKind | null

  @Field(() => [IsoDate], {
    nullable: true,
    description:
      'Which reference dates, at most 400; needed without an address. With one, left out means all dates there are.',
  })
  dates?: string[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the municipalities; left out, all of them.',
  })
  municipalityCodes?: string[] | null

  @Field(() => String, {
    nullable: true,
    description:
      'Address of a table or of data: of a page of the statistical database, of PxWeb (API 1 or 2) or of Kolada.',
  })
  address?: string | null
}
