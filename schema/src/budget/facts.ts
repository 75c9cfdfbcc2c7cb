import type { Key, MunicipalityCode } from '../allocation/key.ts'
import type { Participant, PopulationFacts } from '../allocation/participant.ts'
import type { Ore } from '../money/ore.ts'

/** What a budget line says, as typed. Plain data, replaced rather than changed. */
export interface LineFacts {
  readonly id: string
  /** A revenue's amount is written as a positive figure and counts as negative. */
  readonly kind: 'COST' | 'REVENUE'
  /** Per cent of full time: 100 is one post, 600 six. */
  readonly workload: number | null
  /** Tenths of months: 60 is six months. */
  readonly months: number | null
  readonly monthlyCost: Ore | null
  /** Typed amount; ignored when a monthly cost makes the line a position. */
  readonly amount: Ore | null
  readonly keyId: string
  /** Participants who bear nothing of this line. */
  readonly excluded: readonly MunicipalityCode[]
}

/** Everything the figures of a budget follow from. */
export interface BudgetFacts {
  readonly participants: readonly Participant[]
  readonly populations: PopulationFacts
  readonly keys: Readonly<Record<string, Key>>
  readonly lines: readonly LineFacts[]
}
