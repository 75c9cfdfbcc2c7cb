import type { FilterQuery } from '@mikro-orm/core'
import { Field, InputType, Int, registerEnumType } from 'type-graphql'
import { columnHolds, oneOf, said, within, written } from '../connection/conditions.ts'
import { orderOf } from '../connection/orders.ts'
import { IsoDate } from '../scalars/index.ts'
import { PopulationFigure, PopulationQuality } from './population-figure.entity.ts'

@InputType({ description: 'Which population figures. Conditions that are left out do not limit.' })
export class PopulationFilter {
  @Field(() => IsoDate, { nullable: true, description: 'Only those of this date.' })
  on?: string

  @Field(() => [IsoDate], { nullable: true, description: 'Only those of one of these dates.' })
  dates?: string[]

  @Field(() => IsoDate, { nullable: true, description: 'Only those of this date or later.' })
  from?: string

  @Field(() => IsoDate, { nullable: true, description: 'Only those of this date or earlier.' })
  to?: string

  @Field(() => [PopulationQuality], {
    nullable: true,
    description: 'Only those of one of these qualities.',
  })
  qualities?: PopulationQuality[]

  @Field(() => Int, { nullable: true, description: 'Only those of so many inhabitants or more.' })
  fromInhabitants?: number

  @Field(() => Int, { nullable: true, description: 'Only those of so many inhabitants or fewer.' })
  toInhabitants?: number
}

@InputType({
  description:
    'Which population figures of all municipalities. Conditions that are left out do not limit.',
})
export class PopulationFigureFilter extends PopulationFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Only those of municipalities with one of these codes.',
  })
  municipalityCodes?: string[]

  @Field(() => [String], {
    nullable: true,
    description: 'Only those of municipalities in one of these counties, e.g. "23".',
  })
  countyCodes?: string[]

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose source holds this text, whatever its case.',
  })
  sourceContains?: string

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only the newest figure of each municipality, among those of `from` to `to` when these are said.',
  })
  latest?: boolean
}

export enum PopulationOrderField {
  ON = 'ON',
  INHABITANTS = 'INHABITANTS',
  MUNICIPALITY_CODE = 'MUNICIPALITY_CODE',
  QUALITY = 'QUALITY',
  RECORDED_AT = 'RECORDED_AT',
}

registerEnumType(PopulationOrderField, {
  name: 'PopulationOrderField',
  description: 'What population figures can be ordered by.',
  valuesConfig: {
    ON: { description: 'By reference date (mätdatum).' },
    INHABITANTS: { description: 'By number of inhabitants.' },
    MUNICIPALITY_CODE: { description: 'By the code of the municipality.' },
    QUALITY: { description: 'By how sure it is, as the names of the qualities are spelt.' },
    RECORDED_AT: { description: 'By when it was entered here.' },
  },
})

export const PopulationOrder = orderOf<PopulationOrderField>('Population', PopulationOrderField)

/** The figures that count, of those that a filter names, for the database. */
export function figureConditions(
  filter: PopulationFigureFilter | undefined,
): FilterQuery<PopulationFigure> {
  const { sourceContains, latest } = filter ?? {}
  return {
    current: true,
    $and: [
      said({ municipality: oneOf(filter?.municipalityCodes) }),
      said({ on: within(filter?.from, filter?.to) }),
      said({
        on: filter?.on,
        quality: oneOf(filter?.qualities),
        inhabitants: within(filter?.fromInhabitants, filter?.toInhabitants),
      }),
      said({ on: oneOf(filter?.dates) }),
      ...(filter?.countyCodes ? [{ municipality: { county: oneOf(filter.countyCodes) } }] : []),
      ...(sourceContains ? [columnHolds('source', sourceContains)] : []),
      ...(latest ? [newest(filter?.from, filter?.to)] : []),
    ].filter((condition) => Reflect.ownKeys(condition).length > 0),
  } as FilterQuery<PopulationFigure>
}

/** That no figure of the same municipality, of the same days, is of a later date. */
function newest(from: string | null = null, to: string | null = null): object {
  return written(
    `{}."on" = (select max(newer."on") from population_figure newer
      where newer.municipality_code = {}.municipality_code and newer.current = true
      and newer."on" between ? and ?)`,
    [from ?? '', to ?? '9999-12-31'],
  )
}

/** The same for figures in memory, as far as it is about figures and not about municipalities. */
export function figurePasses(figure: PopulationFigure, filter: PopulationFilter): boolean {
  const { on, dates, from, to, qualities, fromInhabitants, toInhabitants } = filter
  return (
    (on == null || figure.on === on) &&
    (dates == null || dates.includes(figure.on)) &&
    (from == null || figure.on >= from) &&
    (to == null || figure.on <= to) &&
    (qualities == null || qualities.includes(figure.quality)) &&
    (fromInhabitants == null || figure.inhabitants >= fromInhabitants) &&
    (toInhabitants == null || figure.inhabitants <= toInhabitants)
  )
}
