import { i18n } from './i18n.ts'
import { en } from './en/index.ts'
import { first as englishFirst } from './en/first.ts'
import { sv } from './sv/index.ts'

// For tests, which ask for both languages and any page's words without waiting.
i18n.global.mergeLocaleMessage('sv', sv)
i18n.global.mergeLocaleMessage('en', { ...englishFirst, ...en })
