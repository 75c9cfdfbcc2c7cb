import { watch } from 'vue'
import { createI18n } from 'vue-i18n'
import { en } from './en/index.ts'
import { storedLanguage, storeLanguage, type Language } from './language.ts'
import { sv } from './sv/index.ts'

/** Every sentence on screen. English has the shape of Swedish, or does not compile. */
const messages: Record<Language, typeof sv> = { sv, en }

export const i18n = createI18n({
  legacy: false,
  locale: storedLanguage(),
  fallbackLocale: 'sv',
  messages,
})

watch(
  i18n.global.locale,
  (language) => {
    document.documentElement.lang = language
    storeLanguage(language)
  },
  { immediate: true },
)
