import type { MunicipalityCode } from '../allocation/key.ts'

/** How good a population figure is. */
export type PopulationQuality = 'PUBLISHED' | 'DERIVED' | 'SECONDARY' | 'CORRECTED'

/** Where a population figure comes from. */
export interface PopulationProvenance {
  readonly inhabitants: number
  readonly source: string
  readonly quality: PopulationQuality
  /** 1 for the first figure of a date; more when it was corrected. */
  readonly revision: number
  readonly note: string | null
}

/** What an explanation quotes and the arithmetic does not know. Texts may be empty: they are left out then. */
export interface Provenance {
  /** ISO 4217: 'SEK'. */
  readonly currency: string
  /** Names by code; a code without a name is quoted as it is. */
  readonly names: Readonly<Record<MunicipalityCode, string>>
  readonly line: {
    readonly description: string
    /** "SocSam 2022-06-03 § 33" */
    readonly decision: string
    readonly note: string
  }
  readonly agreement: {
    readonly title: string
    readonly decision: string
    /** ISO date. */
    readonly validFrom: string
  }
  /** The figure that was used, by reference date and municipality. */
  readonly population: (on: string, code: MunicipalityCode) => PopulationProvenance | undefined
}
