import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { LineSums, ShareSums, Sums } from './aggregate.ts'
import { type Part, type Source, lineSource, part, shareSource, statementOf } from './statement.ts'

/** Sums as text: SQLite's own numbers would lose what is beyond 2^53, and PostgreSQL's are text anyhow. */
const exact = (name: string, expression: string): string => `cast(${expression} as text) as ${name}`

function amountColumns({ amount }: Source): Part[] {
  return [
    part('count(*) as n'),
    part(exact('sum', `coalesce(sum(${amount}), 0)`)),
    part(exact('min', `min(${amount})`)),
    part(exact('max', `max(${amount})`)),
  ]
}

export const lineSumColumns: readonly Part[] = [
  ...amountColumns(lineSource),
  part(exact('difference', 'coalesce(sum(f.difference), 0)')),
  part(exact('workload', 'coalesce(sum(l.workload), 0)'), 'l'),
]

export const shareSumColumns: readonly Part[] = [
  ...amountColumns(shareSource),
  part(exact('residual', 'coalesce(sum(s.residual), 0)')),
]

/** A row with the columns above. */
export type SumRow = Readonly<Record<string, string | number | null>>

function sumsOf(row: SumRow): Sums {
  const { n, sum, min, max } = row
  return {
    count: Number(n),
    sum: BigInt(sum!),
    min: min == null ? null : BigInt(min),
    max: max == null ? null : BigInt(max),
  }
}

export function lineSums(row: SumRow): LineSums {
  return {
    ...sumsOf(row),
    difference: BigInt(row['difference']!),
    workload: BigInt(row['workload']!),
  }
}

export function shareSums(row: SumRow): ShareSums {
  return { ...sumsOf(row), residual: BigInt(row['residual']!) }
}

/** The figures of all lines that meet some conditions. */
export async function sumLines(em: EntityManager, where: readonly Part[]): Promise<LineSums> {
  const columns = lineSumColumns
  const [row] = await em.execute<[SumRow]>(statementOf({ source: lineSource, columns, where }))
  return lineSums(row)
}

/** The figures of all shares that meet some conditions. */
export async function sumShares(em: EntityManager, where: readonly Part[]): Promise<ShareSums> {
  const columns = shareSumColumns
  const [row] = await em.execute<[SumRow]>(statementOf({ source: shareSource, columns, where }))
  return shareSums(row)
}
