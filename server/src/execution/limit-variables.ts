import { Fault } from '@andel/schema/fault'
import { documentLimits } from './document-limits.ts'

/**
 * Why variables are refused that nest deeper than the text of an operation may: what reads them goes by recursion. Undefined
 * when there is no reason.
 */
export function limitVariables(
  variables: Readonly<Record<string, unknown>> | undefined,
): Fault | undefined {
  const most = documentLimits.nesting
  if (!variables || isWithin(variables, most)) return undefined
  return new Fault('DOCUMENT_LIMIT', { what: 'nesting', most, found: most + 1 })
}

function isWithin(value: object, left: number): boolean {
  if (left === 0) return false
  for (const one of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one)) continue
    if (!isWithin(one, left - 1)) return false
  }
  return true
}
