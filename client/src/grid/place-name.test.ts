import { expect, it } from 'vitest'
import { emptyContent } from './cell.ts'
import type { SheetColumn } from './column.ts'
import { placeName } from './place-name.ts'

const column = (id: string, text: (row: string) => string, more = {}): SheetColumn => ({
  id,
  heading: `The ${id}`,
  align: 'start',
  width: 1,
  cell: (row) => ({ text: text(row), editable: false }),
  content: () => emptyContent,
  editor: () => undefined,
  ...more,
})
const columns = [
  column('number', () => '7', { numbersRows: true }),
  column('name', (row) => (row === 'a' ? 'Rent' : ''), { namesRow: true }),
  column('amount', () => '12'),
]

it('calls a cell by its column and what names its row', () => {
  expect(placeName({ row: 'a', column: 'amount' }, columns)).toEqual({
    column: 'The amount',
    row: 'Rent',
  })
})

it('calls a row without a name by its number', () => {
  expect(placeName({ row: 'b', column: 'amount' }, columns).row).toBe('7')
})

it('has no words for what is not there', () => {
  expect(placeName({ row: 'b', column: 'gone' }, [])).toEqual({ column: '', row: '' })
})
