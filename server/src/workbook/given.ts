import type { ResidualRule } from '@andel/schema/allocation'

/** What a participant is given beyond its whole units, and by what it is decided. */
export interface GivenCells {
  readonly rule: ResidualRule
  /** Öre of one unit; 1 for steps. */
  readonly unit: string
  /** What is left when everybody has their whole units. */
  readonly left: string
  /** 1 for whoever takes all of it. */
  readonly heir: string
  /** How many come before by remainder. */
  readonly placeByRemainder: () => string
  /** Whether the remainder is half a unit at least: 1 or 0. */
  readonly isHalf: () => string
}

/**
 * The formula of what is given, by the residual rule: one unit each to the largest remainders and the rest to the next
 * one, everything to one, or a unit to each who has half of one.
 */
export function givenFormula({ rule, unit, left, heir, ...decided }: GivenCells): string {
  switch (rule) {
    case 'LARGEST_REMAINDER':
      return `MAX(0,MIN(${unit},${left}-${unit}*${decided.placeByRemainder()}))`
    case 'LARGEST_SHARE':
    case 'NAMED':
      return `${heir}*${left}`
    case 'EACH_ALONE':
      return `${unit}*(${decided.isHalf()})`
  }
}
