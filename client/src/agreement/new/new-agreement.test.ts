import { describe, expect, it } from 'vitest'
import { firstShares, missingFigures, sharedDates } from './first-shares.ts'
import {
  complaintsAbout,
  newTerms,
  placeOf,
  toInput,
  type ParticipantForm,
  type TermsForm,
} from './new-agreement.ts'

const terms: TermsForm = {
  ...newTerms(),
  title: ' Avtal ',
  decision: 'SocSam 2021-10-08 § 48',
  validFrom: '2022-07-01',
}
const ragunda: ParticipantForm = { code: '2303', from: '', to: '' }
const berg: ParticipantForm = { code: '2326', from: '20221001', to: '' }

describe('complaintsAbout', () => {
  it('has none about what can be sent', () => {
    expect(complaintsAbout(terms, [ragunda, berg])).toEqual({})
  })

  it('asks for what is needed', () => {
    expect(complaintsAbout(newTerms(), [])).toEqual({
      title: ['newAgreement.no.title'],
      decision: ['newAgreement.no.decision'],
      validFrom: ['newAgreement.no.validFrom'],
      participants: ['newAgreement.no.participants'],
    })
  })

  it.each([
    [{ validFrom: 'i morgon' }, ragunda, { validFrom: ['faults.BAD_DATE'] }],
    [{ validTo: '2022-06-30' }, ragunda, { validTo: ['newAgreement.endsFirst'] }],
    [{}, { ...ragunda, from: '2022-02-30' }, { 'participants.0.from': ['faults.BAD_DATE'] }],
    [{}, { ...ragunda, from: '2022-06-30' }, { 'participants.0.from': ['newAgreement.outside'] }],
    [{}, { ...ragunda, to: '2022-06-30' }, { 'participants.0.to': ['newAgreement.endsFirst'] }],
    [
      { validTo: '2023-12-31' },
      { ...ragunda, to: '2024-01-01' },
      { 'participants.0.to': ['newAgreement.outside'] },
    ],
  ])('finds the day that cannot be: %o, %o', (more, participant, complaints) => {
    expect(complaintsAbout({ ...terms, ...more }, [participant])).toEqual(complaints)
  })
})

it('sends nothing that was left empty', () => {
  expect(toInput(terms, [ragunda, berg])).toEqual({
    title: 'Avtal',
    decision: terms.decision,
    validFrom: '2022-07-01',
    noticePeriod: 'P1Y',
    weighsPartYear: true,
    participants: [{ municipalityCode: '2303' }, { municipalityCode: '2326', from: '2022-10-01' }],
  })
})

it('puts a problem of the server at its place', () => {
  expect(placeOf({ field: 'validFrom', edit: 0 })).toBe('validFrom')
  expect(placeOf({ field: 'to', edit: 2 })).toBe('participants.2.to')
  expect(placeOf({ field: 'municipalityCode', edit: 1 })).toBe('participants.1.from')
  expect(placeOf({ field: 'bases', edit: 0 })).toBe('key')
})

describe('shares of the first year', () => {
  const populations = {
    '2021-12-31': { '2303': 5000, '2326': 10_000 },
    '2022-12-31': { '2303': 5000 },
  }
  const key = (on: string) => ({
    name: 'Folkmängd',
    bases: [{ kind: 'POPULATION' as const, percent: 100, on }],
    rounding: {
      shareStep: 'TENTH' as const,
      amountStep: 'ORE' as const,
      residualRule: 'LARGEST_REMAINDER' as const,
    },
  })

  it('weigh by months, unless part of a year counts as a whole one', () => {
    const both = [ragunda, berg]
    const shares = (partYear: TermsForm['partYear']) => [
      ...firstShares({ ...terms, partYear }, both, key('2021-12-31'), populations).shares.values(),
    ]
    expect(shares('months').map(Number)).toEqual([50, 50]) // 5 000 × 6, 10 000 × 3
    expect(shares('whole').map(Number)).toEqual([33.3, 66.7])
  })

  it('say why there are none, and whose figures are missing', () => {
    const { fault } = firstShares(terms, [ragunda, berg], key('2022-12-31'), populations)
    expect(fault?.code).toBe('POPULATION_MISSING')
    const codes = ['2303', '2326']
    expect(missingFigures(codes, key('2022-12-31'), populations)).toEqual({
      on: '2022-12-31',
      codes: ['2326'],
    })
    expect(missingFigures(codes, key('2021-12-31'), populations)).toBeUndefined()
    expect(sharedDates(codes, populations)).toEqual(['2021-12-31'])
    expect(sharedDates(['2303'], populations)).toEqual(['2022-12-31', '2021-12-31'])
  })
})
