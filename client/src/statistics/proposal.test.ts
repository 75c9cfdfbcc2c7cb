import { expect, it } from 'vitest'
import {
  asInput,
  chosenAtFirst,
  countOf,
  filtered,
  type Proposal,
  type ProposalFilter,
} from './proposal.ts'

const figure = (code: string, name: string, on: string, inhabitants: number, stored?: number) => ({
  municipality: { code, name, maySetPopulation: true },
  on,
  inhabitants,
  state: stored === undefined ? 'NEW' : stored === inhabitants ? 'SAME' : 'CHANGED',
  before: stored === undefined ? null : { inhabitants: stored, revision: 2 },
})
const proposal = {
  quality: 'PUBLISHED',
  figures: [
    figure('2303', 'Ragunda', '2021-12-31', 5210, 5210),
    figure('2321', 'Åre', '2021-12-31', 12_271, 12_105),
    figure('2321', 'Åre', '2022-12-31', 12_300),
  ],
} as unknown as Proposal

it('takes at first all that would change something', () => {
  expect([...chosenAtFirst(proposal)]).toEqual(['2321 2021-12-31', '2321 2022-12-31'])
  expect(countOf(proposal, 'SAME')).toBe(1)
})

it.each([
  [{ text: 'åR' }, 2],
  [{ text: '2303' }, 1],
  [{ on: '2021-12-31' }, 2],
  [{ state: 'DIFFERENT' }, 2],
  [{ state: 'NEW' }, 1],
  [{}, 3],
] satisfies [Partial<ProposalFilter>, number][])('shows of %o %i', (filter, count) => {
  expect(filtered(proposal, { text: '', on: undefined, state: 'ALL', ...filter })).toHaveLength(
    count,
  )
})

it('stores what is chosen upon what was there', () => {
  expect(asInput(proposal, new Set(['2321 2021-12-31']), 'SCB')).toEqual([
    {
      municipalityCode: '2321',
      on: '2021-12-31',
      inhabitants: 12_271,
      source: 'SCB',
      quality: 'PUBLISHED',
      basedOnRevision: 2,
    },
  ])
})
