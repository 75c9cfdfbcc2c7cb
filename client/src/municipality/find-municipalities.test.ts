import { expect, it } from 'vitest'
import { findMunicipalities } from './find-municipalities.ts'

const some = [
  ['2380', 'Östersund', '23'],
  ['2321', 'Åre', '23'],
  ['2303', 'Ragunda', '23'],
  ['2313', 'Strömsund', '23'],
  ['0330', 'Knivsta', '03'],
  ['1438', 'Dals-Ed', '14'],
].map(([code = '', name = '', county = '']) => ({ code, name, county: { code: county } }))

const names = (text: string, countyCode = '') =>
  findMunicipalities(some, { text, countyCode }).map(({ name }) => name)

it('lists å and ö last', () => {
  expect(names('', '23')).toEqual(['Ragunda', 'Strömsund', 'Åre', 'Östersund'])
})

it('finds part of a name, whatever the case', () => {
  expect(names(' SUND ')).toEqual(['Strömsund', 'Östersund'])
  expect(names('å')).toEqual(['Åre'])
})

it('finds the beginning of a code, and not its middle', () => {
  expect(names('03')).toEqual(['Knivsta'])
})
