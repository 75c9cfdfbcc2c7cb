import { Fault } from '@andel/schema/fault'
import type { Language } from '@andel/schema/money'
import { readScaled } from '../grid/read-scaled.ts'

/** More than any municipality has; the API takes no more. */
const mostInhabitants = 100_000_000

/**
 * A number of inhabitants; of a formula only its value is kept.
 *
 * @throws {Fault} `BAD_NUMBER`, `BAD_FORMULA`, `BAD_INHABITANTS` below zero or above what is kept
 */
export function readInhabitants(text: string, language: Language): number {
  const inhabitants = readScaled(text, 0, 'none', language)
  if (inhabitants < 0 || inhabitants > mostInhabitants)
    throw new Fault('BAD_INHABITANTS', { inhabitants })
  return inhabitants
}
