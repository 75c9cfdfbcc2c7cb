import type { Key, MunicipalityCode } from '@andel/schema/allocation'
import type { BudgetFacts, LineFacts } from '@andel/schema/budget'
import type {
  BudgetState,
  LineKind,
  MoneySource,
  PopulationQuality,
} from '@andel/schema/operations'

/** A line as the sheet shows it: what it costs follows from its facts, the rest is words. */
export interface SheetLine extends LineFacts {
  readonly version: number
  /** Name of the section it stands in; '' for none. The lines of a sheet stand section by section. */
  readonly section: string
  readonly kind: LineKind
  readonly description: string
  /** What was typed to get the value, such as "=6*50000"; null when it was typed as a figure. */
  readonly workloadFormula: string | null
  readonly monthsFormula: string | null
  readonly monthlyCostFormula: string | null
  readonly amountFormula: string | null
  readonly moneySource: MoneySource
  readonly note: string
  readonly decision: string
  /** The municipalities whose finance officers may write its figures. */
  readonly openedTo: readonly MunicipalityCode[]
}

/** What whoever looks may do in a budget. */
export interface SheetRights {
  readonly editsAll: boolean
  /** Participants whose numbers of inhabitants may be set. */
  readonly figuresOf: readonly MunicipalityCode[]
  /** Participants whose opened lines, and whose remarks, may be written. */
  readonly writesFor: readonly MunicipalityCode[]
}

export interface SheetKey extends Key {
  readonly version: number
  readonly note: string
}

/** Where a population figure comes from. */
export interface PopulationRecord {
  readonly inhabitants: number
  readonly source: string
  readonly quality: PopulationQuality
  readonly note: string | null
  /** 0 when there is no figure yet. */
  readonly revision: number
}

export type PopulationRecords = Readonly<
  Record<string, Readonly<Record<MunicipalityCode, PopulationRecord>>>
>

/** A moment in the history of a budget. */
export interface PastMoment {
  /** Number of the newest change that had been accepted. */
  readonly sequence: number
  /** ISO time; null before the first change. */
  readonly at: string | null
}

/**
 * One budget as the client holds it: the facts that its figures follow from, and what is told about them.
 * Plain data, replaced rather than changed; what an edit does not touch stays the same object.
 */
export interface Sheet extends BudgetFacts {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly state: BudgetState
  readonly rights: SheetRights
  /** Number of the newest change that it holds. */
  readonly sequence: number
  readonly service: {
    readonly slug: string
    readonly name: string
    readonly body: string
    readonly currency: string
  }
  readonly agreement: {
    readonly id: string
    readonly title: string
    readonly decision: string
    readonly validFrom: string
  }
  /** The moment at which it stood so; nothing when it stands so now. */
  readonly past?: PastMoment
  readonly names: Readonly<Record<MunicipalityCode, string>>
  readonly defaultKeyId: string
  readonly lines: readonly SheetLine[]
  /** By line, where the server has it: see `place` in the API. What has not been answered leaves it as it is. */
  readonly places: Readonly<Record<string, string>>
  readonly keys: Readonly<Record<string, SheetKey>>
  /** The same figures as `populations`, each with its source. */
  readonly records: PopulationRecords
}
