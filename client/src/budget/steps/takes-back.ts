import { useText } from '../../text/useText.ts'
import type { Corrected } from './reverse.ts'

/** The note of a population figure that is set back to what it was before a correction. */
export function takesBack({ revision }: Corrected): string {
  return useText().t('steps.takesBack', { revision })
}
