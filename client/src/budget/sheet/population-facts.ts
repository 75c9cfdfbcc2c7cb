import type { PopulationFacts } from '@andel/schema/allocation'
import type { PopulationRecords } from './sheet.ts'

/** The bare figures, as the arithmetic reads them. */
export function populationFacts(records: PopulationRecords): PopulationFacts {
  return Object.fromEntries(
    Object.entries(records).map(([on, byCode]) => [
      on,
      Object.fromEntries(
        Object.entries(byCode).map(([code, { inhabitants }]) => [code, inhabitants]),
      ),
    ]),
  )
}
