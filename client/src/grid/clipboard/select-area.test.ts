import { expect, it } from 'vitest'
import { Layout } from '../layout.ts'
import { rectsOf } from '../selection/selection.ts'
import { selectArea } from './select-area.ts'

const layout = new Layout([], ['1', '2', '3'], [], ['a', 'b'])

it('selects an area from its top left', () => {
  const area = { top: 1, left: 0, bottom: 2, right: 1 }
  const selection = selectArea(area, layout)!
  expect(selection.active).toEqual({ row: '2', column: 'a' })
  expect(rectsOf(selection, layout)).toEqual([area])
})

it('selects nothing that is not all on screen', () => {
  expect(selectArea({ top: 1, left: 0, bottom: 3, right: 1 }, layout)).toBeUndefined()
})
