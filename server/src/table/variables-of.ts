import { Fault } from '@andel/schema/fault'

/** Variables as somebody gave them. @throws {Fault} `BAD_INPUT` when they are no object */
export function variablesOf(given: unknown): Readonly<Record<string, unknown>> {
  if (given === null || given === undefined) return {}
  if (typeof given === 'object' && !Array.isArray(given)) {
    return given as Readonly<Record<string, unknown>>
  }
  throw new Fault('BAD_INPUT', { field: 'variables' })
}
