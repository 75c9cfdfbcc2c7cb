import type { Language } from '@andel/schema/money'

export type { Language }

/** The languages of the screen; the first is the default. */
const languages = ['sv', 'en'] as const satisfies readonly Language[]

/** The locale whose dates and numbers a language is written with: in English as in Sweden, too. */
export const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-SE' }

const place = 'andel.language'

/** The language chosen last in this browser, or Swedish. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(place)
  return languages.find((language) => language === stored) ?? languages[0]
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(place, language)
}
