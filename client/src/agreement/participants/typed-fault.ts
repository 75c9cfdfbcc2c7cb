import type { FaultCode, FaultDetails } from '@andel/schema/fault'
import { faultSentence } from '../../text/fault-sentence.ts'
import type { useText } from '../../text/useText.ts'
import { mostUse } from './read-cell.ts'

type Words = Pick<ReturnType<typeof useText>, 't' | 'count' | 'moment' | 'language'>

/** Why what is typed in a cell cannot be taken: of one figure, where the general sentence is about all of them. */
export function typedFault(
  { code, details }: { readonly code: FaultCode; readonly details: FaultDetails },
  { t, count, moment, language }: Words,
): string {
  if (code === 'BAD_PERCENTAGES' && details['reason'] === 'RANGE') {
    return t('participants.wrong.percent')
  }
  if (code === 'BAD_WEIGHT') return t('participants.wrong.use', { most: count(mostUse) })
  return faultSentence(code, details, { t, moment, language: language.value })
}
