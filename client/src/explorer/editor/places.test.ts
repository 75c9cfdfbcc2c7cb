import { Text } from '@codemirror/state'
import { expect, it } from 'vitest'
import { offsetOf } from './places.ts'

it.each([
  [1, 1, 0],
  [2, 3, 5],
  [2, 99, 6],
  [9, 1, 3],
  [0, 0, 0],
])('line %i, column %i is at %i', (line, column, offset) => {
  expect(offsetOf(Text.of(['ab', 'cde']), { line, column })).toBe(offset)
})
