import { Fault } from '@andel/schema/fault'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../text/i18n.ts'
import type { Language } from '../../text/language.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { faultSentence, type Voice } from '../../text/fault-sentence.ts'
import { readField } from './read-field.ts'
import '../../text/every-word.ts'

const line = readSheet(sheetAnswer).lines[1]!

/** Why a text cannot be the amount of a line, as it is said. */
function objection(text: string, language: Language): string {
  const voice: Voice = {
    language,
    t: (key, values = {}) => i18n.global.t(key, values, { locale: language }),
    moment: (at) => at,
  }
  try {
    readField('amount', text, line, language)
  } catch (error) {
    if (error instanceof Fault) return faultSentence(error.code, error.details, voice)
    throw error
  }
  return ''
}

describe('what is wrong with a formula', () => {
  it('is said with its place, counted from 1', () => {
    expect(objection('=6*', 'sv')).toBe('Tecken 4: här saknas ett tal.')
    expect(objection('=6*', 'en')).toBe('Character 4: a number is missing here.')
    expect(objection('=B7*2', 'sv')).toMatch(/^Tecken 2: ”B7” går inte att räkna med\./)
    expect(objection('=1/0', 'sv')).toBe('Tecken 3: det går inte att dividera med noll.')
  })

  it('is said with both readings where there are two', () => {
    expect(objection('=2*1.234', 'sv').replace(/\s/g, ' ')).toMatch(
      /^Tecken 4: ”1\.234” kan läsas som 1 234 eller som 1,234\./,
    )
  })
})
