import { describe, expect, it } from 'vitest'
import {
  byName,
  orderAfter,
  orderMunicipalities,
  readOrder,
  writeOrder,
} from './order-municipalities.ts'

const some = [
  { code: '2380', name: 'Östersund', population: { inhabitants: 64_324 } },
  { code: '0330', name: 'Knivsta', population: null },
  { code: '2321', name: 'Åre', population: { inhabitants: 12_258 } },
  { code: '2303', name: 'Ragunda', population: { inhabitants: 5_210 } },
]
const names = (text: string) => orderMunicipalities(some, readOrder(text)).map(({ name }) => name)

describe('orderMunicipalities', () => {
  it('lists å and ö last', () => {
    expect(names('')).toEqual(['Knivsta', 'Ragunda', 'Åre', 'Östersund'])
    expect(names('-namn')).toEqual(['Östersund', 'Åre', 'Ragunda', 'Knivsta'])
  })

  it('goes by code', () => {
    expect(names('kod')).toEqual(['Knivsta', 'Ragunda', 'Åre', 'Östersund'])
    expect(names('-kod')).toEqual(['Östersund', 'Åre', 'Ragunda', 'Knivsta'])
  })

  it('goes by inhabitants, and whoever has no figure comes last both ways', () => {
    expect(names('invanare')).toEqual(['Ragunda', 'Åre', 'Östersund', 'Knivsta'])
    expect(names('-invanare')).toEqual(['Östersund', 'Åre', 'Ragunda', 'Knivsta'])
  })
})

describe('orderAfter', () => {
  it('begins with the first code and the largest municipality, and turns at the next press', () => {
    expect(orderAfter(byName, 'code')).toEqual({ column: 'code', direction: 'ascending' })
    const largest = orderAfter(byName, 'inhabitants')
    expect(largest).toEqual({ column: 'inhabitants', direction: 'descending' })
    expect(orderAfter(largest, 'inhabitants').direction).toBe('ascending')
    expect(orderAfter(byName, 'name').direction).toBe('descending')
  })
})

it('reads from an address what it writes there, and nonsense as the usual order', () => {
  for (const text of ['', '-namn', 'kod', '-kod', 'invanare', '-invanare']) {
    expect(writeOrder(readOrder(text))).toBe(text)
  }
  expect(['lan', '-', '--kod'].map(readOrder)).toEqual([byName, byName, byName])
})
