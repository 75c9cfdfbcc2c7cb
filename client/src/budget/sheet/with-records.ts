import { populationFacts } from './population-facts.ts'
import type { PopulationRecords, Sheet } from './sheet.ts'

/**
 * Adds population figures that are known besides those of the sheet: of dates that no key of the budget
 * uses yet, so that a key can be moved to one. Where both have a figure, the sheet's own stands.
 */
export function withRecords(sheet: Sheet, known: PopulationRecords): Sheet {
  return {
    ...sheet,
    records: { ...known, ...sheet.records },
    populations: { ...populationFacts(known), ...sheet.populations },
  }
}
