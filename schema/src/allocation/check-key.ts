import { Fault } from '../fault.ts'
import { amountSteps, residualRules, shareSteps, type Key, type Rounding } from './key.ts'

/**
 * What can be wrong with a key before anybody is weighed.
 *
 * @throws {Fault} `BAD_KEY` for no basis, a bad floor or step, or a rule that contradicts `named`;
 *   `BAD_PERCENTAGES` when the parts of a blend are not whole per cent from 1 that add up to 100
 */
export function checkKey({ bases, rounding }: Key): void {
  if (bases.length === 0) throw new Fault('BAD_KEY', { reason: 'NO_BASIS' })
  for (const { floor } of bases) {
    if (floor !== undefined && !(Number.isSafeInteger(floor) && floor >= 0)) {
      throw new Fault('BAD_KEY', { reason: 'FLOOR', floor })
    }
  }
  const percents = bases.map(({ percent }) => percent)
  const whole = percents.every((percent) => Number.isInteger(percent) && percent >= 1)
  const sum = percents.reduce((total, percent) => total + percent, 0)
  if (!whole || sum !== 100) throw new Fault('BAD_PERCENTAGES', { reason: 'BLEND', sum })
  checkRounding(rounding)
}

/** @throws {Fault} `BAD_KEY` for an unknown setting, NAMED without a name, or a name without NAMED */
export function checkRounding({ shareStep, amountStep, residualRule, named }: Rounding): void {
  const known =
    shareSteps.includes(shareStep) &&
    amountSteps.includes(amountStep) &&
    residualRules.includes(residualRule)
  if (!known) throw new Fault('BAD_KEY', { reason: 'ROUNDING' })
  if ((residualRule === 'NAMED') !== (named !== undefined)) {
    throw new Fault('BAD_KEY', { reason: 'NAMED' })
  }
}
