import { inForce } from '@andel/schema/agreement'
import { Fault } from '@andel/schema/fault'

/**
 * A day of the calendar as it is typed: 2022-01-31, 20220131 or 2022-1-31.
 *
 * @returns an ISO date
 * @throws {Fault} `BAD_DATE`
 */
export function readDay(text: string): string {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$|^(\d{4})(\d{2})(\d{2})$/.exec(text.trim())
  if (!parts) throw new Fault('BAD_DATE', { text })
  const [year = '', month = '', day = ''] = parts.slice(1).filter((part) => part !== undefined)
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  inForce([], on)
  return on
}
