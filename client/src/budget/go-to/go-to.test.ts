import { describe, expect, it } from 'vitest'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { addressedCell, cellAddress } from './cell-address.ts'
import { readGoTo, type Targets } from './read-go-to.ts'

const sheet = readSheet(sheetAnswer)
const queryOf = (address: string | undefined) =>
  Object.fromEntries(new URL(address!, 'http://andel.test').searchParams)

describe('the address of a cell', () => {
  it.each([
    [{ row: 'line-33', column: 'monthlyCost' }, 'rad=line-33&kolumn=kr-per-manad'],
    [{ row: 'line-rent', column: 'share 2303' }, 'rad=line-rent&kolumn=2303'],
    [{ row: 'sum', column: 'share 2380' }, 'rad=summa&kolumn=2380'],
    [{ row: 'population', column: 'description' }, 'rad=invanare&kolumn=benamning'],
  ])('leads back to it: %j', (place, query) => {
    const address = cellAddress(place, sheet, {})
    expect(address).toBe(`/samverkan/familjehemscentrum/2022?${query}`)
    expect(addressedCell(queryOf(address), sheet, {})).toEqual({ place })
  })

  it('names a line that was added here as the server does, once it is known there', () => {
    const [line] = sheet.lines
    const added = { ...sheet, lines: [{ ...line!, id: 'local:1' }] }
    const place = { row: 'local:1', column: 'amount' }
    expect(cellAddress(place, added, {})).toBeUndefined()
    const address = cellAddress(place, added, { 'local:1': 'line+/=9' })
    expect(address).toContain('rad=line%2B%2F%3D9&')
    expect(addressedCell(queryOf(address), added, { 'local:1': 'line+/=9' })).toEqual({ place })
  })

  it('says when the line is gone, and goes to the name where the column is not known', () => {
    expect(addressedCell({ rad: 'line-1', kolumn: 'belopp' }, sheet, {})).toEqual({ gone: true })
    expect(addressedCell({ rad: 'line-33', kolumn: '9999' }, sheet, {})).toEqual({
      place: { row: 'line-33', column: 'description' },
    })
    expect(addressedCell({ kolumn: 'belopp' }, sheet, {})).toBeUndefined()
    expect(addressedCell({ rad: ['a', 'b'] }, sheet, {})).toBeUndefined()
  })

  it('has none for a column that only numbers the lines, nor for the head of a section', () => {
    expect(cellAddress({ row: 'section Personal', column: 'amount' }, sheet, {})).toBeUndefined()
    expect(cellAddress({ row: 'line-33', column: 'number' }, sheet, {})).toBeUndefined()
  })
})

describe('where somebody wants to go', () => {
  const targets: Targets = {
    lines: ['a', 'b', 'c'],
    rows: [
      { id: 'population', names: ['Invånare'] },
      { id: 'sum', names: ['Summa'] },
      { id: 'perInhabitant', names: ['Kronor per invånare'] },
    ],
    columns: [
      { id: 'amount', names: ['Belopp, kr'] },
      { id: 'monthlyCost', names: ['Kr/mån'] },
      { id: 'share 2303', names: ['Ragunda', '2303'] },
      { id: 'share 2305', names: ['Bräcke', '2305'] },
      { id: 'share 0115', names: ['Vallentuna', '0115'] },
      { id: 'share 0160', names: ['Vara kommun', '0160'] },
      { id: 'share 2321', names: ['Åre', '2321'] },
    ],
  }

  it.each([
    ['2 Ragunda', { row: 'b', column: 'share 2303' }],
    ['ragunda 2', { row: 'b', column: 'share 2303' }],
    ['rad 3 bel', { row: 'c', column: 'amount' }],
    ['2', { row: 'b' }],
    ['are', { column: 'share 2321' }],
    ['ÅRE', { column: 'share 2321' }],
    ['2303', { column: 'share 2303' }],
    ['1 2305', { row: 'a', column: 'share 2305' }],
    ['summa bräcke', { row: 'sum', column: 'share 2305' }],
    ['kronor per inv åre', { row: 'perInhabitant', column: 'share 2321' }],
    ['invanare', { row: 'population' }],
    ['3 vara kommun', { row: 'c', column: 'share 0160' }],
  ])('is read from "%s"', (text, place) => expect(readGoTo(text, targets)).toEqual(place))

  it.each([
    ['  ', { problem: 'EMPTY' }],
    ['4', { problem: 'NO_LINE', number: 4 }],
    ['0 ragunda', { problem: 'NO_LINE', number: 0 }],
    ['ragunda 9', { problem: 'NO_LINE', number: 9 }],
    ['2 lund', { problem: 'NOTHING', text: 'lund' }],
    ['va', { problem: 'SEVERAL', text: 'va' }],
    ['summa lund', { problem: 'NOTHING', text: 'summa lund' }],
  ])('is asked for again: "%s"', (text, problem) =>
    expect(readGoTo(text, targets)).toEqual(problem),
  )
})
