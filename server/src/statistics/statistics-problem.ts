import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { ReadProblem } from './problem-list.ts'

export enum StatisticsProblemCode {
  COUNTRY = 'COUNTRY',
  COUNTY = 'COUNTY',
  OLD_CODE = 'OLD_CODE',
  UNKNOWN_REGION = 'UNKNOWN_REGION',
  OTHER_NAME = 'OTHER_NAME',
  UNKNOWN_TIME = 'UNKNOWN_TIME',
  FUTURE = 'FUTURE',
  MISSING = 'MISSING',
  NOT_A_COUNT = 'NOT_A_COUNT',
  DUPLICATE = 'DUPLICATE',
  PARTS_MISSING = 'PARTS_MISSING',
  PARTS_DO_NOT_ADD_UP = 'PARTS_DO_NOT_ADD_UP',
  NOT_THERE = 'NOT_THERE',
}

registerEnumType(StatisticsProblemCode, {
  name: 'StatisticsProblemCode',
  description: 'Why a figure is not taken.',
  valuesConfig: {
    COUNTRY: { description: 'The whole country is no municipality.' },
    COUNTY: { description: 'A county is no municipality.' },
    OLD_CODE: {
      description:
        'A code that is no more: 1917 was Heby before 2007, others stopped in 1997 and 1998.',
    },
    UNKNOWN_REGION: { description: 'No code or name of a Swedish municipality.' },
    OTHER_NAME: {
      description:
        'The code of a municipality with the name of another region: rows have slipped, or the codes are of another country.',
    },
    UNKNOWN_TIME: { description: 'No time, or none that fits on which days the series counts.' },
    FUTURE: { description: 'A day that has not been: nobody has been counted on it.' },
    MISSING: { description: 'There is no figure: "..", "." or nothing.' },
    NOT_A_COUNT: { description: 'No whole number from 0 up.' },
    DUPLICATE: {
      description:
        'Said more than once. When it is said otherwise the second time, neither is taken.',
    },
    PARTS_MISSING: { description: 'No total, and parts that do not make up all inhabitants.' },
    PARTS_DO_NOT_ADD_UP: {
      description:
        'No total, of a year from 2025 on: SCB changes each cell a little at random, so parts do not add up.',
    },
    NOT_THERE: { description: 'It was asked for, and the office does not have it.' },
  },
})

@ObjectType({ description: 'Why a figure of a statistics office is not taken.' })
export class StatisticsProblem {
  constructor(private readonly problem: ReadProblem) {}

  @Field(() => StatisticsProblemCode, { description: 'What is wrong.' })
  get code(): StatisticsProblemCode {
    return StatisticsProblemCode[this.problem.code]
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Where, from 1: the line of a file of rows, the place of the value in any other.',
  })
  get row(): number | null {
    return this.problem.row ?? null
  }

  @Field(() => String, { nullable: true, description: 'Code and name of the region, as written.' })
  get region(): string | null {
    return this.problem.region ?? null
  }

  @Field(() => String, { nullable: true, description: 'The time, as written.' })
  get time(): string | null {
    return this.problem.time ?? null
  }

  @Field(() => String, { nullable: true, description: 'The value, as written.' })
  get value(): string | null {
    return this.problem.value ?? null
  }

  @Field(() => Int, { description: 'How many figures it is about.' })
  get figures(): number {
    return this.problem.figures
  }
}
