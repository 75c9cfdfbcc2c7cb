import type { Language } from '@andel/schema/operations'
import { computed } from 'vue'
import { useText } from '../text/useText.ts'

/** The present language, as the API names it. */
export function useLanguageName() {
  const { language } = useText()
  return computed<Language>(() => (language.value === 'sv' ? 'SV' : 'EN'))
}
