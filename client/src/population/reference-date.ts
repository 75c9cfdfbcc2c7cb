import { inForce } from '@andel/schema/agreement'
import { Fault } from '@andel/schema/fault'

/** A day of the calendar from 1900 on, written 2024-12-31 or 20241231; nothing when it is none. */
export function readReferenceDate(text: string): string | undefined {
  const on = text.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return isDay(on) && on >= '1900' ? on : undefined
}

function isDay(on: string): boolean {
  try {
    inForce([], on)
    return true
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}
