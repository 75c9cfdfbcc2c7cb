import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Municipality } from '../municipality/municipality.entity.ts'
import { PopulationFigure, PopulationQuality } from '../population/population-figure.entity.ts'
import { DateTime, IsoDate } from '../scalars/index.ts'
import { PopulationDateKind } from './population-date-kind.ts'
import { PopulationQuestion } from './population-question.ts'
import { StatisticsProblem } from './statistics-problem.ts'

export enum ProposedState {
  NEW = 'NEW',
  SAME = 'SAME',
  CHANGED = 'CHANGED',
}

registerEnumType(ProposedState, {
  name: 'ProposedState',
  description: 'How a proposed figure stands to what is stored.',
  valuesConfig: {
    NEW: { description: 'There is no figure of the municipality and date.' },
    SAME: { description: 'The same number of inhabitants is stored.' },
    CHANGED: { description: 'Another number is stored.' },
  },
})

export enum StatisticsFormat {
  JSON_STAT = 'JSON_STAT',
  PXWEB_JSON = 'PXWEB_JSON',
  PX = 'PX',
  KOLADA = 'KOLADA',
  ROWS = 'ROWS',
}

registerEnumType(StatisticsFormat, {
  name: 'StatisticsFormat',
  description: 'How figures were written, as told by what they hold.',
  valuesConfig: {
    JSON_STAT: { description: 'JSON-stat, as PxWeb answers.' },
    PXWEB_JSON: { description: "The JSON of PxWeb's API 1." },
    PX: { description: 'A PX file, the format of PC-Axis.' },
    KOLADA: { description: "The JSON of Kolada's API." },
    ROWS: { description: 'Rows of values: CSV or a workbook.' },
  },
})

@ObjectType({ description: 'A figure as a statistics office has it, beside what is stored.' })
export class ProposedFigure {
  @Field(() => Municipality, { description: 'The municipality whose inhabitants they are.' })
  readonly municipality: Municipality

  @Field(() => IsoDate, { description: 'Reference date (mätdatum) of the figure.' })
  readonly on: string

  @Field(() => Int, { description: 'Number of inhabitants.' })
  readonly inhabitants: number

  @Field(() => PopulationFigure, {
    nullable: true,
    description: 'What is stored; null when there is nothing.',
  })
  readonly before: PopulationFigure | null

  constructor(
    municipality: Municipality,
    on: string,
    inhabitants: number,
    before: PopulationFigure | null,
  ) {
    this.municipality = municipality
    this.on = on
    this.inhabitants = inhabitants
    this.before = before
  }

  @Field(() => ProposedState, { description: 'How it stands to what is stored.' })
  get state(): ProposedState {
    if (!this.before) return ProposedState.NEW
    return this.before.inhabitants === this.inhabitants ? ProposedState.SAME : ProposedState.CHANGED
  }
}

@ObjectType({
  description:
    'Figures of inhabitants as a file or a statistics office has them. Nothing is stored: `setPopulations` does that.',
})
export class PopulationProposal {
  @Field(() => StatisticsFormat, { description: 'How the figures were written.' })
  format: StatisticsFormat

  @Field(() => String, { nullable: true, description: 'What the table is called.' })
  title: string | null

  @Field(() => String, { nullable: true, description: "The office's id of the table." })
  table: string | null

  @Field(() => PopulationDateKind, {
    nullable: true,
    description: 'On which days the series counts; null when its dates say it themselves.',
  })
  dateKind: PopulationDateKind | null

  @Field(() => String, {
    description:
      'Source for each figure: office, table and day. What `setPopulations` wants to have.',
  })
  source: string

  @Field(() => PopulationQuality, { description: 'How sure the figures are.' })
  quality: PopulationQuality

  @Field(() => DateTime, { description: 'When the office gave them, or the file was read.' })
  retrievedAt: Date

  @Field(() => PopulationQuestion, {
    nullable: true,
    description: 'What must be told first. There are no figures then.',
  })
  asks: PopulationQuestion | null

  @Field(() => [ProposedFigure], { description: 'The figures, by date and municipality code.' })
  figures: ProposedFigure[]

  @Field(() => [StatisticsProblem], {
    description: 'What could not be taken, by row; at most the first 1000.',
  })
  problems: StatisticsProblem[]

  @Field(() => Int, { description: 'How many figures could not be taken in all.' })
  problemCount: number
}
