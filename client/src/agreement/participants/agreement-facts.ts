import type { ParticipantSheetQuery } from '@andel/schema/operations'
import { readKey } from '../../budget/sheet/read-key.ts'
import type { SheetKey } from '../../budget/sheet/sheet.ts'

/** A municipality in the agreement, from a day to a day; `to` is '' until further notice. */
export interface StoredParticipation {
  readonly id: string
  readonly code: string
  readonly from: string
  readonly to: string
}

/** A budget that the shares can be looked at for. */
export interface BudgetYear {
  readonly year: number
  /** The date of the populations that its default key uses, if it uses any. */
  readonly on: string | undefined
}

/** An agreement as its sheet knows it. */
export interface AgreementFacts {
  readonly id: string
  readonly version: number
  /** Whether whoever looks may change it. */
  readonly mayEdit: boolean
  readonly title: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly weighsPartYear: boolean
  readonly service: { readonly slug: string; readonly name: string }
  readonly key: SheetKey
  /** By id, in the order of the municipalities' codes, then of their first days. */
  readonly participations: ReadonlyMap<string, StoredParticipation>
  /** Newest first. */
  readonly years: readonly BudgetYear[]
}

export function readAgreement(
  answer: NonNullable<ParticipantSheetQuery['agreement']>,
): AgreementFacts {
  const { id, version, mayEdit, title, validFrom, validTo, weighsPartYear, jointService } = answer
  const participations = answer.participations
    .map((one) => ({ id: one.id, code: one.municipality.code, from: one.from, to: one.to ?? '' }))
    .toSorted((a, b) => a.code.localeCompare(b.code) || a.from.localeCompare(b.from))
  return {
    id,
    version,
    mayEdit,
    title,
    validFrom,
    validTo,
    weighsPartYear,
    service: jointService,
    key: readKey(answer.defaultKey),
    participations: new Map(participations.map((one) => [one.id, one])),
    years: jointService.budgets
      .filter(({ agreement }) => agreement.id === id)
      .map(({ year, defaultKey }) => ({
        year,
        on: defaultKey.bases.find((basis) => basis.on !== null)?.on ?? undefined,
      }))
      .toSorted((a, b) => b.year - a.year),
  }
}
