import { type FilterQuery, sql } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Field, Float, Int, ObjectType } from 'type-graphql'
import { type Connection, connectionOf } from '../connection/connection.ts'
import { PopulationFigure } from './population-figure.entity.ts'

@ObjectType({ description: 'What inhabitants come to over many population figures.' })
export class InhabitantsAggregate {
  @Field(() => Float, {
    nullable: true,
    description:
      'Sum of the inhabitants, a whole number. Figures of several dates are added like any others. Null of none.',
  })
  readonly sum: number | null

  @Field(() => Int, { nullable: true, description: 'Fewest inhabitants; null of none.' })
  readonly min: number | null

  @Field(() => Int, { nullable: true, description: 'Most inhabitants; null of none.' })
  readonly max: number | null

  @Field(() => Float, { nullable: true, description: 'Mean of the inhabitants; null of none.' })
  readonly average: number | null

  constructor(sum: number | null, min: number | null, max: number | null, average: number | null) {
    this.sum = sum
    this.min = min
    this.max = max
    this.average = average
  }
}

@ObjectType({ description: 'What the population figures of a list come to, whatever the page.' })
export class PopulationAggregate {
  @Field(() => Int, { description: 'How many figures there are.' })
  readonly count: number

  @Field(() => InhabitantsAggregate, { description: 'What the inhabitants come to.' })
  readonly inhabitants: InhabitantsAggregate

  constructor(count: number, inhabitants: InhabitantsAggregate) {
    this.count = count
    this.inhabitants = inhabitants
  }
}

export const PopulationFigureConnection = connectionOf('PopulationFigure', () => PopulationFigure)

/** A page of figures, and how to sum up all of the list when somebody asks. */
export interface PopulationConnection extends Connection<PopulationFigure> {
  sumUp(): PopulationAggregate | Promise<PopulationAggregate>
}

/** Of figures in memory. */
export function aggregateOf(figures: readonly PopulationFigure[]): PopulationAggregate {
  const count = figures.length
  if (count === 0)
    return new PopulationAggregate(0, new InhabitantsAggregate(null, null, null, null))
  let [sum, min, max] = [0, Infinity, -Infinity]
  for (const { inhabitants } of figures) {
    sum += inhabitants
    min = Math.min(min, inhabitants)
    max = Math.max(max, inhabitants)
  }
  return new PopulationAggregate(count, new InhabitantsAggregate(sum, min, max, sum / count))
}

interface Row {
  readonly count: number | string
  readonly sum: number | string | null
  readonly min: number | null
  readonly max: number | null
}

/** Of figures in the database, worked out there. One statement. */
export async function aggregateWhere(
  em: EntityManager,
  where: FilterQuery<PopulationFigure>,
): Promise<PopulationAggregate> {
  const row = await em
    .createQueryBuilder(PopulationFigure, 'f')
    .select([
      sql`count(*)`.as('count'),
      sql`sum(f.inhabitants)`.as('sum'),
      sql`min(f.inhabitants)`.as('min'),
      sql`max(f.inhabitants)`.as('max'),
    ])
    .where(where as object)
    .execute<Row>('get')
  const count = Number(row.count)
  const sum = row.sum === null ? null : Number(row.sum)
  const average = sum === null ? null : sum / count
  return new PopulationAggregate(count, new InhabitantsAggregate(sum, row.min, row.max, average))
}
