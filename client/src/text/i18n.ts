import { watch } from 'vue'
import { createI18n } from 'vue-i18n'
import { en } from './en/index.ts'
import { storedLanguage, storeLanguage, type Language } from './language.ts'
import { sv } from './sv/index.ts'

/** Every sentence on screen. English has the shape of Swedish, or does not compile. */
const messages: Record<Language, typeof sv> = { sv, en }

export const i18n = createI18n({ legacy: false, locale: 'sv', fallbackLocale: 'sv', messages })

/** Takes up the language chosen last, and from then on keeps the choice and tells the document. */
export function followLanguage(): void {
  i18n.global.locale.value = storedLanguage()
  watch(
    i18n.global.locale,
    (language) => {
      document.documentElement.lang = language
      storeLanguage(language)
    },
    { immediate: true },
  )
}
