import { expect, it } from 'vitest'
import { Layout } from '../layout.ts'
import { withoutHeaders } from './without-headers.ts'

const layout = new Layout(['top'], ['head1', 'a', 'b', 'head2', 'c'], ['sum'], ['x', 'y'])
const open = withoutHeaders(layout, new Set(['head1', 'head2']))
const rect = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 1 })

it('has all rows but those that head others', () => {
  expect(open.layout.rows).toEqual(['top', 'a', 'b', 'c', 'sum'])
  expect(open.layout.lines).toEqual({ start: 1, end: 4 })
  expect(open.layout.columns).toEqual(['x', 'y'])
})

it('tells where a rectangle lies among them', () => {
  expect(open.rect(rect(0, 6))).toEqual(rect(0, 4))
  expect(open.rect(rect(3, 5))).toEqual(rect(2, 3))
  expect(open.rect(rect(1, 2))).toEqual(rect(1, 1))
  expect(open.rect(rect(4, 4))).toBeUndefined()
})

it('leaves a sheet without headers as it is', () => {
  const plain = withoutHeaders(layout, new Set())
  expect(plain.layout).toBe(layout)
  expect(plain.rect(rect(1, 4))).toEqual(rect(1, 4))
})
