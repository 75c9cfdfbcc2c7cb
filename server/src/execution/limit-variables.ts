import { Fault } from '@andel/schema/fault'
import { documentLimits } from './document-limits.ts'

/**
 * Why variables are refused. They nest deeper than the text of an operation may: what reads them goes by recursion. Or a text
 * in them holds U+0000, which databases do not. Undefined when there is no reason.
 */
export function limitVariables(
  variables: Readonly<Record<string, unknown>> | undefined,
): Fault | undefined {
  return variables && faultIn(variables, documentLimits.nesting)
}

function faultIn(value: object, left: number): Fault | undefined {
  const most = documentLimits.nesting
  if (left === 0) return new Fault('DOCUMENT_LIMIT', { what: 'nesting', most, found: most + 1 })
  for (const one of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    if (typeof one === 'string' && one.includes('\0')) return unholdable()
    if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one)) continue
    const fault = faultIn(one, left - 1)
    if (fault) return fault
  }
  return undefined
}

/** Of a text with U+0000: SQLite ends a statement at it, PostgreSQL refuses it. */
export const unholdable = (): Fault => new Fault('BAD_INPUT', { reason: 'U+0000' })
