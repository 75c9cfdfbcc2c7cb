import type { AmountStep, ResidualRule, ShareStep } from '../allocation/key.ts'
import type { PopulationQuality } from './provenance.ts'

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
  readonly percentOfAmount: (p: {
    share: string
    amount: string
    exact: string
    even: boolean
  }) => string
  readonly wholeUnits: (p: { step: AmountStep; floor: string }) => string
  readonly moneyLeft: (p: { left: string }) => string
  readonly unitsToRemainders: (p: { unit: string; count: number; receivers: string }) => string
  readonly restToNext: (p: { rest: string; unit: string; receiver: string }) => string
  readonly allToLargest: (p: { receiver: string }) => string
  readonly allToNamed: (p: { receiver: string }) => string
  readonly placeReceived: (p: {
    name: string
    place: number
    received: string
    share: string
  }) => string
  readonly placeNothing: (p: { name: string; place: number; share: string }) => string
  readonly heirReceived: (p: { name: string; received: string; share: string }) => string
  readonly negated: (p: { share: string }) => string
  readonly keepsFloor: (p: { name: string; share: string }) => string
  readonly byCode: () => string
  readonly roundedAlone: (p: { step: AmountStep; share: string }) => string
  readonly difference: (p: { difference: string }) => string
  readonly stepsExact: (p: { exact: string; step: string; even: boolean }) => string
  readonly stepsLeft: (p: { inAll: string; count: number; spare: string }) => string
  readonly stepsRounded: (p: { count: string; one: boolean; percent: string }) => string
  readonly stepsAlone: (p: { count: string; one: boolean; percent: string }) => string
  readonly stepsTogether: (p: { percent: string }) => string
  readonly stepsReceived: (count: string, one: boolean) => string

  // WEIGHT
  readonly weight: (p: {
    weight: string
    sum: string
    participants: string
    percent: string
  }) => string
  readonly blended: (p: { parts: string; weight: string; sum: string; percent: string }) => string
  readonly part: (p: { percent: string; basis: string }) => string
  readonly basisName: Readonly<Record<'POPULATION' | 'EQUAL' | 'FIXED' | 'USE', string>>

  // BASIS
  readonly partOfKey: (p: { percent: string; text: string }) => string
  readonly inhabitants: (p: { name: string; date: string; value: string }) => string
  readonly source: (p: { source: string; quality: PopulationQuality | undefined }) => string
  readonly revision: (p: { revision: string }) => string
  readonly figureNote: (p: { note: string }) => string
  readonly equal: (p: { participants: string }) => string
  readonly fixed: (p: { name: string; percent: string }) => string
  readonly fixedOfRest: (p: { sum: string }) => string
  readonly use: (p: { name: string; statistic: string; period: string; value: string }) => string
  readonly lifted: (p: { floor: string }) => string
  readonly notLifted: (p: { floor: string; name: string }) => string
  readonly byMonths: (p: { name: string; months: string; value: string; weight: string }) => string
  readonly basisSum: (p: { sum: string; participants: string }) => string

  // KEY and AGREEMENT
  readonly key: (p: { name: string }) => string
  readonly shareRounding: (step: ShareStep) => string
  readonly amountRounding: (step: AmountStep) => string
  readonly residual: (rule: ResidualRule, named: string) => string
  readonly agreement: (p: { title: string; date: string; decision: string }) => string
  readonly decision: (p: { decision: string }) => string
  readonly note: (p: { note: string }) => string
}
