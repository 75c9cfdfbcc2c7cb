import { Fault } from '../fault.ts'
import type { MunicipalityCode } from './key.ts'

/** Who takes part in a split. */
export interface Participant {
  readonly code: MunicipalityCode
  /** Months of the budget year covered by the participation, 1–12, where the agreement weighs by them; 12 otherwise. */
  readonly months: number
}

/** Inhabitants by reference date and municipality code: `populations['2021-12-31']['2303']`. */
export type PopulationFacts = Readonly<Record<string, Readonly<Record<MunicipalityCode, number>>>>

/**
 * Participants by municipality code, the order of everything that is calculated: in it, the order in which
 * they were stored or listed cannot matter.
 *
 * @throws {Fault} `DUPLICATE_PARTICIPANT`; `BAD_MONTHS` when months are not whole within 1–12
 */
export function inCodeOrder(participants: readonly Participant[]): readonly Participant[] {
  for (const { code, months } of participants) {
    if (!Number.isInteger(months) || months < 1 || months > 12) {
      throw new Fault('BAD_MONTHS', { code, months })
    }
  }
  const sorted = participants.toSorted((a, b) => compareCodes(a.code, b.code))
  const twice = sorted.find(({ code }, index) => code === sorted[index + 1]?.code)
  if (twice) throw new Fault('DUPLICATE_PARTICIPANT', { code: twice.code })
  return sorted
}

/** Plain string order: the same in every language and on every machine. */
function compareCodes(a: MunicipalityCode, b: MunicipalityCode): number {
  return a < b ? -1 : a > b ? 1 : 0
}
