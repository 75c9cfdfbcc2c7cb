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

it('keeps to a county, and to the order', () => {
  expect(names('', '23')).toEqual(['Östersund', 'Åre', 'Ragunda', 'Strömsund'])
})

it('finds part of a name, whatever the case', () => {
  expect(names(' SUND ')).toEqual(['Östersund', 'Strömsund'])
  expect(names('å')).toEqual(['Åre'])
})

it('finds å, ä and ö by a and o, and not the other way round', () => {
  expect(names('Ostersund')).toEqual(['Östersund'])
  expect(names('strom')).toEqual(['Strömsund'])
  expect(names('rågunda')).toEqual([])
  expect(names('O\u0308ster')).toEqual(['Östersund'])
})

it('finds the beginning of a code, and not its middle', () => {
  expect(names('03')).toEqual(['Knivsta'])
})
