import type { RegionProblem } from './municipality-directory.ts'
import type { TotalProblem } from './total-of-parts.ts'

export const problemCodes = [
  'COUNTRY', // the whole country
  'COUNTY',
  'OLD_CODE', // the code of a municipality that has another one today
  'UNKNOWN_REGION',
  'OTHER_NAME', // the code of one municipality with the name of another region
  'UNKNOWN_TIME', // no time, or none that fits on which days the series counts
  'FUTURE', // a day that has not been
  'MISSING', // the file has no figure there
  'NOT_A_COUNT', // no whole number from 0 up
  'DUPLICATE', // said before
  'PARTS_MISSING', // no total, and parts that do not make up all
  'PARTS_DO_NOT_ADD_UP', // no total, of a year in which parts do not add up
  'NOT_THERE', // was asked for, and the office has none
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** Why a figure of a file is not taken. */
export interface ReadProblem {
  readonly code: ProblemCode | RegionProblem | TotalProblem
  /** As `StatisticsCell`. */
  readonly row: number | undefined
  /** Code and name, as written. */
  readonly region: string | undefined
  /** As written. */
  readonly time?: string | undefined
  /** As written. */
  readonly value?: string | undefined
  /** How many figures it is about: of a region that is no municipality, all of them at once. */
  readonly figures: number
}

const most = 1000

/** Problems in the order of the file. A region that cannot be taken is told once, however many dates it has. */
export class ProblemList {
  private readonly found = new Map<string, ReadProblem>()
  /** How many figures are not taken, also those of problems beyond the first 1000. */
  count = 0

  add(problem: Omit<ReadProblem, 'figures'>): void {
    this.count += 1
    const key =
      problem.time === undefined
        ? `${problem.code} ${problem.region}`
        : `${problem.code} ${problem.row} ${problem.region} ${problem.time}`
    const before = this.found.get(key)
    if (before) this.found.set(key, { ...before, figures: before.figures + 1 })
    else if (this.found.size < most) this.found.set(key, { ...problem, figures: 1 })
  }

  /** At most the first 1000. */
  get all(): readonly ReadProblem[] {
    return [...this.found.values()].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
  }
}
