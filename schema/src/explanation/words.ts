import type { AmountStep, Basis, ResidualRule, ShareStep } from '../allocation/key.ts'
import type { PopulationQuality } from './provenance.ts'

type BasisKind = Basis['kind']

/**
 * The sentences of an explanation in one language. Whatever is passed in is ready to print; `count` and
 * `place` are there for the grammar.
 */
export interface Words {
  readonly date: (year: string, month: number, day: number) => string
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string
  readonly participants: (count: string) => string
  readonly total: (p: { name: string; total: string; count: string }) => string
  readonly currency: (code: string) => string

  // AMOUNT
  readonly line: (p: { description: string }) => string
  readonly bears: (p: { name: string; share: string; line: string }) => string
  readonly standsOutside: (p: { name: string; line: string }) => string

  // LINE
  readonly typedAmount: (p: { amount: string }) => string
  readonly noAmount: () => string
  readonly position: (p: {
    amount: string
    workload: string
    months: string
    oneMonth: boolean
    monthlyCost: string
  }) => string
  readonly revenue: () => string
  readonly negative: () => string
  readonly leftOut: (p: { names: string }) => string

  // SHARE and STEPS
  /** Before a figure that was cut: "about ". */
  readonly about: string
  readonly shareOfAmount: (p: { share: string; amount: string; exact: string }) => string
  /** The units of the amount step, in kronor and öre. */
  readonly kronorSteps: Readonly<Record<AmountStep, string>>
  /** The same in another currency: "whole multiples of 100,00 EUR". */
  readonly multiplesOf: (unit: string) => string
  readonly roundedDown: (p: { units: string; floor: string }) => string
  readonly moneyLeft: (p: { left: string }) => string
  readonly unitsToRemainders: (p: { unit: string; count: number; receivers: string }) => string
  readonly restToNext: (p: { rest: string; unit: string; receiver: string }) => string
  /** The rest where it is all there was to give. */
  readonly restToLargest: (p: { unit: string; receiver: string }) => string
  readonly allToLargest: (p: { receiver: string }) => string
  readonly allToNamed: (p: { receiver: string }) => string
  readonly placeReceived: (p: {
    name: string
    place: number
    received: string
    share: string
  }) => string
  readonly placeNothing: (p: { name: string; place: number; share: string }) => string
  readonly noRemainder: (p: { name: string; share: string }) => string
  readonly heirReceived: (p: { name: string; received: string; share: string }) => string
  readonly keepsFloor: (p: { name: string; share: string }) => string
  readonly byCode: () => string
  readonly roundedAlone: (p: { units: string; share: string }) => string
  readonly negated: (p: { share: string }) => string
  readonly difference: (p: { difference: string }) => string
  readonly steps: (count: string, one: boolean) => string
  readonly stepsExact: (p: { exact: string; step: string }) => string
  readonly stepsLeft: (p: { inAll: string; count: number; spare: string }) => string
  readonly stepsRounded: (p: { steps: string; percent: string }) => string
  readonly stepsAlone: (p: { steps: string; percent: string }) => string
  readonly stepsTogether: (p: { percent: string }) => string

  // WEIGHT
  readonly weight: (p: { weight: string; sum: string; count: string; percent: string }) => string
  readonly blended: (p: { parts: string; weight: string; sum: string; percent: string }) => string
  readonly part: (p: { percent: string; basis: string }) => string
  readonly basisName: Readonly<Record<BasisKind, string>>

  // BASIS
  readonly partOfKey: (p: { percent: string; text: string }) => string
  readonly inhabitants: (p: { name: string; date: string; value: string }) => string
  readonly source: (p: { source: string; quality: PopulationQuality | undefined }) => string
  readonly revision: (p: { revision: string }) => string
  readonly figureNote: (p: { note: string }) => string
  readonly equal: (p: { count: string }) => string
  readonly fixed: (p: { name: string; percent: string }) => string
  readonly fixedOfRest: (p: { sum: string }) => string
  readonly use: (p: { name: string; statistic: string; period: string; value: string }) => string
  readonly lifted: (p: { floor: string }) => string
  readonly notLifted: (p: { floor: string; name: string }) => string
  readonly byMonths: (p: { name: string; months: string; value: string; weight: string }) => string
  readonly partSum: (p: { weight: string; sum: string; count: string }) => string

  // KEY and AGREEMENT
  readonly key: (p: { name: string }) => string
  readonly shareRounding: (step: ShareStep) => string
  readonly amountRounding: (units: string) => string
  readonly residual: (rule: ResidualRule, named: string) => string
  readonly agreement: (p: { title: string; date: string; decision: string }) => string
  readonly decision: (p: { decision: string }) => string
  readonly note: (p: { note: string }) => string
}
