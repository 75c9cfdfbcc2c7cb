import { Fault } from '@andel/schema/fault'
import { unholdableIn } from '../scalars/holdable-text.ts'
import { documentLimits } from './document-limits.ts'

/**
 * Why variables are refused. They nest deeper than the text of an operation may: what reads them goes by recursion. Or a text
 * or a name in them is none that databases hold. Undefined when there is no reason.
 */
export function limitVariables(
  variables: Readonly<Record<string, unknown>> | undefined,
): Fault | undefined {
  return variables && faultIn(variables, documentLimits.nesting)
}

function faultIn(value: object, left: number): Fault | undefined {
  const most = documentLimits.nesting
  if (left === 0) return new Fault('DOCUMENT_LIMIT', { what: 'nesting', most, found: most + 1 })
  for (const [name, one] of Object.entries(value)) {
    const text = faultOfText(name) ?? (typeof one === 'string' ? faultOfText(one) : undefined)
    if (text) return text
    if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one)) continue
    const fault = faultIn(one, left - 1)
    if (fault) return fault
  }
  return undefined
}

/** Of a text that databases do not hold; undefined when they do. */
export function faultOfText(text: string): Fault | undefined {
  const reason = unholdableIn(text)
  return reason && new Fault('BAD_INPUT', { reason })
}
