import type { KeyInWordsFragment } from '@andel/schema/operations'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../text/i18n.ts'
import { useText } from '../text/useText.ts'
import { durationInWords } from './duration-in-words.ts'
import { keyInWords } from './key-in-words.ts'
import '../text/every-word.ts'

const words = useText()

beforeEach(() => {
  i18n.global.locale.value = 'sv'
})

describe('durationInWords', () => {
  it.each([
    ['P1Y', 'ett år', 'one year'],
    ['P6M', '6 månader', '6 months'],
    ['P1Y6M', 'ett år och 6 månader', 'one year and 6 months'],
    ['P90D', '90 dagar', '90 days'],
    ['P0D', 'ingen', 'none'],
    ['snart', 'snart', 'snart'],
  ])('reads %s as %s', (iso, swedish, english) => {
    const inWords = () => durationInWords(iso, words.counted, words.t)
    expect(inWords()).toBe(swedish)
    i18n.global.locale.value = 'en'
    expect(inWords()).toBe(english)
  })
})

describe('keyInWords', () => {
  const basis = {
    percent: 100,
    floor: null,
    on: null,
    statistic: null,
    period: null,
    source: null,
    percentages: null,
  }
  const key: KeyInWordsFragment = {
    name: 'Folkmängd',
    note: null,
    bases: [{ ...basis, kind: 'POPULATION', on: '2021-12-31' }],
    shareStep: 'TENTH',
    amountStep: 'KRONA',
    residualRule: 'LARGEST_REMAINDER',
    named: null,
  }

  it('tells the key of § 33', () => {
    expect(keyInWords(key, words)).toEqual([
      'Kostnaden fördelas efter folkmängd den 31 december 2021.',
      'Andelarna avrundas först till 0,1 procent.',
      'Beloppen avrundas till hela kronor.',
      'Det som blir över går till dem som står närmast att avrundas uppåt.',
    ])
  })

  it('tells a blend with a floor, and who is named', () => {
    const blend: KeyInWordsFragment = {
      ...key,
      bases: [
        { ...basis, kind: 'EQUAL', percent: 40 },
        { ...basis, kind: 'POPULATION', percent: 60, on: '2021-12-31', floor: 6000 },
      ],
      shareStep: 'NONE',
      amountStep: 'ORE',
      residualRule: 'NAMED',
      named: { name: 'Östersund' },
    }
    expect(keyInWords(blend, words)).toEqual([
      'Kostnaden fördelas i delar: 40\u00a0% lika mellan deltagarna; ' +
        '60\u00a0% efter folkmängd den 31 december 2021, dock minst 6\u00a0000 för var och en.',
      'Beloppen räknas exakt till öret.',
      'Det som blir över läggs på Östersund.',
    ])
  })
})
