import { Fault } from '../fault.ts'
import type { FixedBasis, MunicipalityCode } from './key.ts'

const percentage = /^\d{1,3}(?:\.(\d{1,6}))?$/

/** Agreed percentages as whole numbers of their last decimal place. */
export interface ScaledPercentages {
  /** Decimals of the most exact one: 1 when "12.5" is among them. */
  readonly places: number
  readonly values: ReadonlyMap<MunicipalityCode, bigint>
}

/**
 * Reads all percentages that a basis states.
 *
 * @throws {Fault} `BAD_PERCENTAGES` when one is no exact decimal of at most six places, or all together are
 *   not exactly 100; `NOT_A_PARTICIPANT` when one above 0 belongs to nobody in `participants`
 */
export function scalePercentages(
  { percentages }: FixedBasis,
  participants: ReadonlySet<MunicipalityCode>,
): ScaledPercentages {
  const stated = Object.entries(percentages)
  let places = 0
  for (const [code, text] of stated) {
    const parts = percentage.exec(text)
    if (!parts) throw new Fault('BAD_PERCENTAGES', { reason: 'TEXT', code, text })
    places = Math.max(places, parts[1]?.length ?? 0)
  }
  const values = new Map(stated.map(([code, text]) => [code, scale(text, places)]))
  const sum = [...values.values()].reduce((total, value) => total + value, 0n)
  if (sum !== 100n * 10n ** BigInt(places)) throw new Fault('BAD_PERCENTAGES', { reason: 'FIXED' })
  for (const [code, value] of values) {
    if (value > 0n && !participants.has(code)) throw new Fault('NOT_A_PARTICIPANT', { code })
  }
  return { places, values }
}

function scale(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(places, '0'))
}
