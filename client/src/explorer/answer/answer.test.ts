import { expect, it } from 'vitest'
import { fileName } from './download.ts'
import { shortNames } from './short-names.ts'

it('leaves out what all columns begin with', () => {
  expect(shortNames(['a.b.c.code', 'a.b.year'])).toEqual([['c', 'code'], ['year']])
  expect(shortNames(['a.b'])).toEqual([['b']])
  expect(shortNames(['a.b', 'c'])).toEqual([['a', 'b'], ['c']])
  expect(shortNames(['a', 'a.b'])).toEqual([['a'], ['a', 'b']])
  expect(shortNames([])).toEqual([])
})

it.each([
  ['attachment; filename="NewMoney.csv"', 'NewMoney.csv'],
  [`attachment; filename="?r.csv"; filename*=UTF-8''%C3%A5r.csv`, 'år.csv'],
  ['attachment', 'andel'],
])('takes the name of the file from %s', (disposition, name) => {
  expect(fileName(new Headers({ 'content-disposition': disposition }))).toBe(name)
})
