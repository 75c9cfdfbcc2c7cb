import { Fault } from '@andel/schema/fault'
import { Incident, type Failure } from '../api/index.ts'
import type { TextKey, TextValues } from './useText.ts'

/** Why a request failed, as a sentence for whoever asked. */
export function failureSentence(
  failure: Failure,
  t: (key: TextKey, values?: TextValues) => string,
): string {
  if (failure instanceof Fault) return t(`faults.${failure.code}`)
  if (!(failure instanceof Incident)) return t('failure.offline')
  return failure.incident
    ? t('failure.incident', { incident: failure.incident })
    : t('failure.unknown')
}
