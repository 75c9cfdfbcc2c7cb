import { expect, it } from 'vitest'
import { newRow } from '../change.ts'
import { Layout } from '../layout.ts'
import { foldedAmong } from './folded-among.ts'

const layout = new Layout([], ['head1', 'a', 'head2', 'head3', 'b'], ['sum'], ['x'])
const closed = new Set(['head2'])
const among = (rows: readonly string[], lost = 0, headers: ReadonlySet<string> = closed) =>
  foldedAmong(
    {
      changes: rows.map((row) => ({ place: { row, column: 'x' }, text: '1' })),
      skipped: [],
      newRows: 0,
      lost: { rows: lost, columns: 0 },
    },
    layout,
    headers,
  )

it('tells when folded rows lie between the first and the last that change', () => {
  expect(among(['a', 'b'])).toBe(true)
  expect(among(['a', 'b'], 0, new Set())).toBe(false)
  expect(among(['a'])).toBe(false)
  expect(among(['b', newRow(0)])).toBe(false)
  expect(among([])).toBe(false)
})

it('tells when they are why there is no room', () => {
  expect(among(['a'], 1)).toBe(true)
  expect(among(['b'], 1)).toBe(false)
})
