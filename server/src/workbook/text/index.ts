import type { Language } from '@andel/schema/money'
import { en } from './en.ts'
import { sv } from './sv.ts'
import type { WorkbookWords } from './words.ts'

export { lineColumns, type WorkbookWords } from './words.ts'

/** The texts of a workbook in a language. */
export const wordsOf = (language: Language): WorkbookWords => (language === 'sv' ? sv : en)
