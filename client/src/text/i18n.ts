import { shallowReadonly, shallowRef, watch } from 'vue'
import { createI18n } from 'vue-i18n'
import { storedLanguage, storeLanguage, type Language } from './language.ts'
import { first } from './sv/first.ts'
import type { sv } from './sv/index.ts'

/** Every sentence on screen. English has the shape of Swedish, or does not compile. */
export type Sentences = typeof first & typeof sv

/** Swedish, the language of most, comes with the page; nobody fetches another than the one they read. */
const firstPage: Record<Language, () => Promise<typeof first>> = {
  sv: () => Promise.resolve(first),
  en: () => import('./en/first.ts').then((file) => file.first),
}
const otherPages: Record<Language, () => Promise<typeof sv>> = {
  sv: () => import('./sv/index.ts').then((file) => file.sv),
  en: () => import('./en/index.ts').then((file) => file.en),
}

export const i18n = createI18n({
  legacy: false,
  locale: 'sv',
  fallbackLocale: false,
  messages: { sv: first, en: {} },
  missing: (language, name) => console.error(`No text ${name} in ${language}`),
})
const { locale } = i18n.global

const unreachable = shallowRef<Language>()
/** The language that was chosen last, when its words could not be fetched. */
export const unreachableLanguage = shallowReadonly(unreachable)

/** What has been needed so far, and which of it is here. */
const parts = new Set<typeof firstPage | typeof otherPages>([firstPage])
const here = new Set<() => Promise<object>>([firstPage.sv])
let newest = 0

/**
 * Speaks another language once its words are here. When they cannot be fetched the present one stays, and
 * `unreachableLanguage` says so.
 */
export async function chooseLanguage(language: Language): Promise<void> {
  const mine = ++newest
  unreachable.value = undefined
  try {
    await fetchWords(language)
    if (mine === newest) locale.value = language
  } catch {
    if (mine === newest) unreachable.value = language
  }
}

/** Fetches the words of every page but the first, in the present language: a page shows nothing before. */
export async function fetchOtherWords(): Promise<void> {
  parts.add(otherPages)
  let language
  do {
    language = locale.value
    await fetchWords(language)
  } while (language !== locale.value)
}

async function fetchWords(language: Language): Promise<void> {
  for (const { [language]: load } of parts) {
    if (here.has(load)) continue
    i18n.global.mergeLocaleMessage(language, await load())
    here.add(load)
  }
}

/** Takes up the language chosen last, and from then on keeps the choice and tells the document. */
export async function followLanguage(): Promise<void> {
  watch(locale, (language) => {
    document.documentElement.lang = language
    storeLanguage(language)
  })
  await chooseLanguage(storedLanguage())
}
