import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountSteps,
  residualRules,
  shareSteps,
  type Key,
  type Participant,
  type Rounding,
} from '../allocation/index.ts'
import { recalculate, traceShare, type LineFacts } from '../budget/index.ts'
import { ore, type Language } from '../money/index.ts'
import { explainInWords, explainShare, type Provenance } from './index.ts'

const names = {
  '2303': 'Ragunda',
  '2305': 'Bräcke',
  '2309': 'Krokom',
  '2313': 'Strömsund',
  '2321': 'Åre',
  '2361': 'Härjedalen',
  '2380': 'Östersund',
}
const codes = Object.keys(names)
const on = '2021-12-31'
const inhabitants: Record<string, number> = {
  '2303': 5210,
  '2305': 6175,
  '2309': 15352,
  '2313': 11473,
  '2321': 12271,
  '2361': 10114,
  '2380': 64324,
}

const provenance: Provenance = {
  currency: 'SEK',
  names,
  line: {
    description: 'Förstärkning, 1,0 handläggare',
    decision: 'SocSam 2022-06-03 § 33',
    note: 'Protokollet anger 1 november 2021',
  },
  agreement: {
    title: 'Avtal om Familjehemscentrum',
    decision: 'SocSam 2021-10-08 § 48',
    validFrom: '2022-01-01',
  },
  population: (_, code) => ({
    inhabitants: inhabitants[code]!,
    source: 'SCB, folkmängd 31 december',
    quality: 'PUBLISHED',
    revision: 1,
    note: null,
  }),
}

interface Stated {
  readonly bases?: Key['bases']
  readonly rounding?: Partial<Rounding>
  readonly line?: Partial<LineFacts>
  readonly participants?: readonly Participant[]
  readonly code?: string
  readonly provenance?: Partial<Provenance>
}

/** Texts by topic for one share of one line: § 33, where nothing else is said. */
function explain(stated: Stated, language: Language = 'sv') {
  const { bases, rounding, line, participants, code = '2303' } = stated
  const figures = recalculate({
    participants: participants ?? codes.map((each) => ({ code: each, months: 12 })),
    populations: { [on]: inhabitants },
    keys: {
      key: {
        name: 'Folkmängd 2021-12-31',
        bases: bases ?? [{ kind: 'POPULATION', on, percent: 100 }],
        rounding: {
          shareStep: 'TENTH',
          amountStep: 'ORE',
          residualRule: 'LARGEST_REMAINDER',
          ...rounding,
        },
      },
    },
    lines: [
      {
        id: 'line',
        kind: 'COST',
        workload: 100,
        months: 60,
        monthlyCost: ore(5_000_000),
        amount: null,
        keyId: 'key',
        excluded: [],
        ...line,
      },
    ],
  })
  const trace = traceShare(figures, 'line', code)
  const steps = explainShare(trace, { ...provenance, ...stated.provenance }, language)
  // no-break spaces as plain ones, to be legible here
  return steps.map(({ topic, text }) => `${topic} ${text.replaceAll('\u00a0', ' ')}`)
}
const typed = (amount: number) => ({ monthlyCost: null, amount: ore(amount) })
const about = (topic: string, texts: readonly string[]) =>
  texts.filter((text) => text.startsWith(topic)).join('\n')

describe('§ 33', () => {
  test('på svenska: hela kedjan', () => {
    expect(explain({})).toEqual([
      'AMOUNT Ragundas andel av raden ”Förstärkning, 1,0 handläggare” är 12 600,00 kr.',
      'LINE Radens belopp är 300 000,00 kr: 100 % av heltid × 6 månader × 50 000,00 kr per månad.',
      'SHARE 4,2 % av 300 000,00 kr är 12 600,00 kr.',
      'STEPS Andelen avrundas till hela steg om 0,1 % innan beloppet fördelas. Oavrundad är den cirka 41,707 steg. ' +
        'Av 1 000 steg återstod 5 när alla andelar avrundats nedåt. De 5 som hade störst rest fick 1 steg var: ' +
        'Härjedalen, Östersund, Krokom, Strömsund och Ragunda. Ragunda hade den femte största resten och fick ' +
        '1 steg till, sammanlagt 42 steg. Den avrundade andelen är 42 steg, alltså 4,2 %.',
      'WEIGHT Vikten är 5 210 av de 7 deltagarnas sammanlagt 124 919, alltså cirka 4,1707 %.',
      'BASIS Ragunda hade 5 210 invånare den 31 december 2021. Källa: SCB, folkmängd 31 december (publicerad uppgift).',
      'KEY Fördelningsnyckeln är ”Folkmängd 2021-12-31”. Andelarna avrundas till 0,1 %. Beloppen avrundas till hela ' +
        'ören. Det som blir över går till de största resterna, vid lika rest i kommunkodsordning.',
      'AGREEMENT Fördelningen följer av avtalet ”Avtal om Familjehemscentrum”, som gäller från den 1 januari 2022 ' +
        '(SocSam 2021-10-08 § 48). Beslut om raden: SocSam 2022-06-03 § 33. Anmärkning: Protokollet anger 1 november 2021.',
    ])
  })

  test('in English: the whole chain', () => {
    expect(explain({}, 'en')).toEqual([
      "AMOUNT Ragunda's share of the line “Förstärkning, 1,0 handläggare” is 12 600,00 kr.",
      'LINE The amount of the line is 300 000,00 kr: 100 % of full time × 6 months × 50 000,00 kr a month.',
      'SHARE 4,2 % of 300 000,00 kr is 12 600,00 kr.',
      'STEPS The share is rounded to whole steps of 0,1 % before the amount is shared out. Unrounded it is about 41,707 ' +
        'steps. Of 1 000 steps 5 were left when every share was rounded down. The 5 largest remainders received 1 step ' +
        'each: Härjedalen, Östersund, Krokom, Strömsund and Ragunda. Ragunda had the fifth largest remainder and ' +
        'received another 1 step, 42 steps in all. The rounded share is 42 steps, which is 4,2 %.',
      'WEIGHT The weight is 5 210 out of 124 919 for the 7 participants together, which is about 4,1707 %.',
      'BASIS Ragunda had 5 210 inhabitants on 31 December 2021. Source: SCB, folkmängd 31 december (published figure).',
      'KEY The distribution key is “Folkmängd 2021-12-31”. Shares are rounded to 0,1 %. Amounts are rounded to whole öre. ' +
        'What is left over goes to the largest remainders, equal ones by municipality code.',
      'AGREEMENT The distribution follows from the agreement “Avtal om Familjehemscentrum”, valid from 1 January 2022 ' +
        '(SocSam 2021-10-08 § 48). Decision on the line: SocSam 2022-06-03 § 33. Note: Protokollet anger 1 november 2021.',
    ])
  })

  test('who got no spare step is told so', () => {
    expect(about('STEPS', explain({ code: '2321' }))).toContain(
      'Åre hade den sjunde största resten och fick inget av detta: andelen är 98 steg.',
    )
  })
})

describe('the amount of the line', () => {
  test.each<[string, Stated, string]>([
    ['typed', { line: typed(1_000_000) }, 'LINE Radens belopp är 10 000,00 kr.'],
    [
      'not typed',
      { line: { monthlyCost: null } },
      'LINE Raden har ännu inget belopp och räknas som noll.',
    ],
    [
      'a position of which only the cost is typed',
      { line: { workload: null, months: null } },
      'LINE Radens belopp är 0,00 kr: 0 % av heltid × 0 månader × 50 000,00 kr per månad.',
    ],
    [
      'one month',
      { line: { workload: 75, months: 10 } },
      'LINE Radens belopp är 37 500,00 kr: 75 % av heltid × 1 månad × 50 000,00 kr per månad.',
    ],
    [
      'a revenue',
      { line: { ...typed(100), kind: 'REVENUE' } },
      'LINE Radens belopp är 1,00 kr. Raden är en intäkt: beloppet fördelas utan tecken, och varje andel får sedan minustecken.',
    ],
    [
      'a repayment',
      { line: typed(-100) },
      'LINE Radens belopp är −1,00 kr. Beloppet är negativt: det fördelas utan tecken, och varje andel får sedan minustecken.',
    ],
    [
      'somebody is left out',
      { line: { ...typed(100), excluded: ['2321', '2380'] } },
      'LINE Radens belopp är 1,00 kr. Raden omfattar inte Åre och Östersund.',
    ],
  ])('%s', (_, stated, text) => expect(about('LINE', explain(stated))).toBe(text))
})

describe('what was left over', () => {
  const exactly = { shareStep: 'NONE' } as const

  test.each<[string, Stated, string]>([
    [
      'öre to the largest remainders',
      { rounding: exactly, line: typed(10_000_001), code: '2361' },
      'SHARE 10 114/124 919 av 100 000,01 kr är cirka 8 096,4473 kr. Avrundat nedåt till hela ören är det 8 096,44 kr. ' +
        'När alla andelar avrundats nedåt återstod 0,03 kr. De 3 som hade störst rest fick 0,01 kr var: Härjedalen, ' +
        'Åre och Krokom. Härjedalen hade den största resten och fick 0,01 kr till, sammanlagt 8 096,45 kr.',
    ],
    [
      'thousands, and what is less than one to the next',
      { rounding: { ...exactly, amountStep: 'THOUSAND' }, line: typed(10_000_001), code: '2309' },
      'SHARE 15 352/124 919 av 100 000,01 kr är cirka 12 289,5649 kr. Avrundat nedåt till hela tusental kronor är det ' +
        '12 000,00 kr. När alla andelar avrundats nedåt återstod 3 000,01 kr. De 3 som hade störst rest fick 1 000,00 kr ' +
        'var: Bräcke, Åre och Östersund. De sista 0,01 kr, som är mindre än 1 000,00 kr, gick till närmast följande: ' +
        'Krokom. Krokom hade den fjärde största resten och fick 0,01 kr till, sammanlagt 12 000,01 kr.',
    ],
    [
      'only what is less than a unit',
      {
        rounding: { shareStep: 'ONE', amountStep: 'HUNDRED' },
        line: typed(10_000_001),
        code: '2361',
      },
      'SHARE 8 % av 100 000,01 kr är 8 000,0008 kr. Avrundat nedåt till hela hundratal kronor är det 8 000,00 kr. När ' +
        'alla andelar avrundats nedåt återstod 0,01 kr. Det är mindre än 100,00 kr och gick till den som hade störst ' +
        'rest: Östersund. Härjedalen hade den femte största resten och fick inget av detta: andelen är 8 000,00 kr.',
    ],
    [
      'equal remainders',
      {
        bases: [{ kind: 'EQUAL', percent: 100 }],
        rounding: exactly,
        line: typed(100),
        code: '2309',
      },
      'SHARE 1/7 av 1,00 kr är cirka 0,1429 kr. Avrundat nedåt till hela ören är det 0,14 kr. När alla andelar ' +
        'avrundats nedåt återstod 0,02 kr. De 2 som hade störst rest fick 0,01 kr var: Ragunda och Bräcke. Lika stora ' +
        'rester ordnas efter kommunkod, lägst kod först. Krokom hade den tredje största resten och fick inget av ' +
        'detta: andelen är 0,14 kr.',
    ],
    [
      'to the largest share',
      { rounding: { ...exactly, residualRule: 'LARGEST_SHARE' }, line: typed(10_000_001) },
      'SHARE 5 210/124 919 av 100 000,01 kr är cirka 4 170,703 kr. Avrundat nedåt till hela ören är det 4 170,70 kr. ' +
        'När alla andelar avrundats nedåt återstod 0,03 kr. Allt som återstod gick till den som har störst andel: ' +
        'Östersund. Ragunda har därför kvar 4 170,70 kr.',
    ],
    [
      'to the named one, of a negative amount',
      {
        rounding: { ...exactly, residualRule: 'NAMED', named: '2305', amountStep: 'KRONA' },
        line: typed(-10_000_001),
        code: '2305',
      },
      'SHARE 6 175/124 919 av 100 000,01 kr är cirka 4 943,2037 kr. Avrundat nedåt till hela kronor är det 4 943,00 kr. ' +
        'När alla andelar avrundats nedåt återstod 3,01 kr. Allt som återstod gick till den som nyckeln pekar ut: ' +
        'Bräcke. Bräcke fick därför 3,01 kr till, sammanlagt 4 946,01 kr. Med minustecken är andelen −4 946,01 kr.',
    ],
    [
      'nowhere: each alone',
      {
        rounding: { ...exactly, residualRule: 'EACH_ALONE', amountStep: 'TEN' },
        line: typed(10_000_001),
      },
      'SHARE 5 210/124 919 av 100 000,01 kr är cirka 4 170,703 kr. Varje andel avrundas för sig till hela tiotal kronor ' +
        '(halva avrundas uppåt): 4 170,00 kr. Eftersom andelarna avrundas var för sig har raden en ' +
        'avrundningsdifferens på 10,01 kr, som redovisas för sig.',
    ],
    [
      'an even zero',
      {
        bases: [{ kind: 'FIXED', percentages: { '2303': '40', '2380': '60' }, percent: 100 }],
        rounding: exactly,
        line: typed(103),
        code: '2305',
      },
      'SHARE 0/100 av 1,03 kr är 0,00 kr. När alla andelar avrundats nedåt återstod 0,01 kr. Den som hade störst rest ' +
        'fick 0,01 kr: Östersund. För Bräcke gick det jämnt ut: andelen är 0,00 kr.',
    ],
  ])('%s', (_, stated, text) => expect(about('SHARE', explain(stated))).toBe(text))

  test('each share rounded alone need not make 100 %', () => {
    const bases: Key['bases'] = [{ kind: 'EQUAL', percent: 100 }]
    expect(about('STEPS', explain({ bases, rounding: { residualRule: 'EACH_ALONE' } }))).toContain(
      'Oavrundad är den cirka 142,8571 steg. Varje andel avrundas för sig (halva steg avrundas uppåt): 143 steg, ' +
        'alltså 14,3 %. De avrundade andelarna är tillsammans 100,1 %.',
    )
  })
})

describe('what weighed', () => {
  test('a blend, a floor, use and part of the year', () => {
    const bases: Key['bases'] = [
      { kind: 'EQUAL', percent: 30 },
      { kind: 'POPULATION', on, percent: 50, floor: 6000 },
      {
        kind: 'USE',
        statistic: 'placeringar',
        period: '2021',
        source: 'Familjehemscentrum',
        values: { ...inhabitants, '2303': 3 },
        percent: 20,
      },
    ]
    const participants = codes.map((code) => ({ code, months: code === '2303' ? 6 : 12 }))
    const texts = explain({ bases, participants, rounding: { shareStep: 'NONE' } })
    expect(about('WEIGHT', texts)).toMatch(
      /^WEIGHT Nyckeln väger samman 30 % lika, 50 % efter folkmängd och 20 % efter nyttjande\. Sammanvägd är vikten /,
    )
    expect(texts.filter((text) => text.startsWith('BASIS'))).toEqual([
      'BASIS 30 % av beloppet fördelas så här. Alla 7 deltagare väger lika mycket. Ragunda deltar 6 av årets 12 månader: ' +
        '1 × 6 = 6. I den delen är vikten 6 av de 7 deltagarnas sammanlagt 78.',
      'BASIS 50 % av beloppet fördelas så här. Ragunda hade 5 210 invånare den 31 december 2021. Källa: SCB, folkmängd ' +
        '31 december (publicerad uppgift). Det är under nyckelns lägsta värde och räknas därför som 6 000. Ragunda deltar ' +
        '6 av årets 12 månader: 6 000 × 6 = 36 000. I den delen är vikten 36 000 av de 7 deltagarnas sammanlagt 1 472 508.',
      'BASIS 20 % av beloppet fördelas så här. Nyttjandet mäts med ”placeringar” för 2021: Ragunda hade 3. Källa: ' +
        'Familjehemscentrum. Ragunda deltar 6 av årets 12 månader: 3 × 6 = 18. I den delen är vikten 18 av de 7 ' +
        'deltagarnas sammanlagt 1 436 526.',
    ])
  })

  test('fixed percentages, taken of those who are left, with a floor in per cent', () => {
    const percentages = { '2303': '12.5', '2305': '27.5', '2380': '60' }
    const bases: Key['bases'] = [{ kind: 'FIXED', percentages, percent: 100, floor: 15 }]
    const texts = explain({ bases, line: { excluded: ['2380'] } })
    expect(about('WEIGHT', texts)).toBe(
      'WEIGHT Vikten är 15 av de 6 deltagarnas sammanlagt 102,5, alltså cirka 14,6341 %.',
    )
    expect(about('BASIS', texts)).toBe(
      'BASIS Det fasta procenttalet för Ragunda är 12,5 %. De som omfattas av raden har tillsammans 40 %, och ' +
        'procenttalen räknas om efter det. Det är under nyckelns lägsta värde och räknas därför som 15 %.',
    )
  })

  test('a figure that was corrected, with its note', () => {
    const population = () => ({
      inhabitants: 5210,
      source: 'SCB',
      quality: 'CORRECTED' as const,
      revision: 2,
      note: 'Rättad av SCB 2022-03-01',
    })
    expect(about('BASIS', explain({ provenance: { population } }))).toBe(
      'BASIS Ragunda hade 5 210 invånare den 31 december 2021. Källa: SCB (rättad uppgift). Det är version 2 av ' +
        'uppgiften. Anmärkning till uppgiften: Rättad av SCB 2022-03-01.',
    )
  })
})

test('whoever the line leaves out is no party to it', () => {
  expect(explain({ code: '2380', line: { excluded: ['2380'] } })).toEqual([
    'AMOUNT Östersund omfattas inte av raden ”Förstärkning, 1,0 handläggare” och bär ingen del av den. Det är inte ' +
      'detsamma som en andel på noll kronor.',
    expect.stringMatching(/^LINE /),
    expect.stringMatching(/^KEY /),
    expect.stringMatching(/^AGREEMENT /),
  ])
})

test('what is not known is left out, and a code without a name is quoted', () => {
  const texts = explain({
    provenance: {
      names: {},
      currency: 'EUR',
      line: { description: '', decision: '', note: ' ' },
      agreement: { title: 'Avtal', decision: '', validFrom: '2022-01-01' },
      population: () => undefined,
    },
  })
  expect(about('AMOUNT', texts)).toBe('AMOUNT 2303s andel av raden är 12 600,00 EUR.')
  expect(about('BASIS', texts)).toBe('BASIS 2303 hade 5 210 invånare den 31 december 2021.')
  expect(about('KEY', texts)).toContain('Beloppen avrundas till jämna 0,01 EUR.')
  expect(about('AGREEMENT', texts)).toBe(
    'AGREEMENT Fördelningen följer av avtalet ”Avtal”, som gäller från den 1 januari 2022.',
  )
})

test('whatever the key and the amount, everybody gets whole sentences in both languages', () => {
  const basis = fc.constantFrom<Key['bases']>(
    [{ kind: 'POPULATION', on, percent: 100 }],
    [{ kind: 'EQUAL', percent: 100, floor: 2 }],
    [{ kind: 'FIXED', percentages: { '2303': '33.3', '2380': '66.7' }, percent: 100 }],
    [
      { kind: 'EQUAL', percent: 50 },
      { kind: 'POPULATION', on, percent: 50, floor: 8000 },
    ],
  )
  const rounding = fc.record({
    shareStep: fc.constantFrom(...shareSteps),
    amountStep: fc.constantFrom(...amountSteps),
    residualRule: fc.constantFrom(...residualRules),
  })
  const amount = fc.integer({ min: -(10 ** 9), max: 10 ** 9 })
  const language = fc.constantFrom<Language>('sv', 'en')
  fc.assert(
    fc.property(
      basis,
      rounding,
      amount,
      fc.constantFrom(...codes),
      language,
      fc.constantFrom(6, 12),
      (bases, rule, total, code, spoken, months) => {
        const named = rule.residualRule === 'NAMED' ? { named: '2303' } : {}
        const participants = codes.map((each) => ({
          code: each,
          months: each === '2305' ? months : 12,
        }))
        const stated = {
          bases,
          rounding: { ...rule, ...named },
          line: typed(total),
          code,
          participants,
        }
        for (const text of explain(stated, spoken)) {
          expect(text).toMatch(/^[A-Z]+ .*\.$/)
          expect(text).not.toMatch(/undefined|NaN|null|\[object| {2}|\.\.| \.|: \./)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('in words it is one text, a line for each step', () => {
  const facts = { description: 'Hyra', decision: '', note: '' }
  const figures = recalculate({
    participants: [{ code: '2303', months: 12 }],
    populations: {},
    keys: {
      key: {
        name: 'Lika',
        bases: [{ kind: 'EQUAL', percent: 100 }],
        rounding: { shareStep: 'NONE', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' },
      },
    },
    lines: [
      {
        id: 'line',
        kind: 'COST',
        workload: null,
        months: null,
        monthlyCost: null,
        amount: ore(100),
        keyId: 'key',
        excluded: [],
      },
    ],
  })
  const trace = traceShare(figures, 'line', '2303')
  const text = explainInWords(trace, { ...provenance, line: facts }, 'sv').replaceAll('\u00a0', ' ')
  expect(text.split('\n')).toEqual([
    'Ragundas andel av raden ”Hyra” är 1,00 kr.',
    'Radens belopp är 1,00 kr.',
    '1/1 av 1,00 kr är 1,00 kr.',
    'Vikten är 1 av 1, alltså 100 %.',
    'Den enda deltagaren bär allt.',
    'Fördelningsnyckeln är ”Lika”. Andelarna avrundas inte. Beloppen avrundas till hela ören. Det som blir över går till ' +
      'de största resterna, vid lika rest i kommunkodsordning.',
    'Fördelningen följer av avtalet ”Avtal om Familjehemscentrum”, som gäller från den 1 januari 2022 (SocSam 2021-10-08 § 48).',
  ])
})
