import { describe, expect, it } from 'vitest'
import type { LineGroup } from '../arrange/applied.ts'
import { dropAt, stepMove, type ShownRows } from './row-move.ts'

/** "A a1 a2 B b1": capitals head the lines below them; `B:b1 b2` is a group whose lines are not shown. */
function shown(text: string): ShownRows {
  const groups: { header: string | undefined; lines: string[] }[] = []
  const lines: string[] = []
  for (const [row, hidden] of text.split(' ').map((word) => word.split(':'))) {
    if (/^[A-Z]/.test(row!)) groups.push({ header: row!, lines: hidden?.split(',') ?? [] })
    else if (groups.length === 0) groups.push({ header: undefined, lines: [row!] })
    else groups.at(-1)!.lines.push(row!)
    lines.push(row!)
  }
  return { lines, groups: groups satisfies LineGroup[] }
}

describe('a step', () => {
  it.each([
    ['b', 'up', 'a b c', undefined],
    ['c', 'up', 'a b c', 'a'],
    ['a', 'down', 'a b c', 'b'],
    ['a b', 'down', 'a b c', 'c'],
    ['b c', 'up', 'a b c', undefined],
    ['a1', 'down', 'A a1 a2 B b1', 'a2'],
    ['a2', 'up', 'A a1 a2 B b1', 'A'],
    ['a2', 'down', 'A a1 a2 B b1', 'B'],
    ['b1', 'up', 'A a1 a2 B b1', 'a2'],
    ['a1', 'down', 'A a1 B:b1,b2', 'b2'],
    ['b1', 'up', 'A:a1,a2 B b1', 'a2'],
    ['A', 'down', 'A a1 B b1 C c1', 'B'],
    ['C', 'up', 'A a1 B b1 C c1', 'A'],
    ['B', 'up', 'A a1 B b1 C c1', undefined],
  ] as const)('of %s %s in "%s" leads after %s', (rows, way, lines, after) => {
    expect(stepMove(rows.split(' '), way, shown(lines))).toEqual({ rows: rows.split(' '), after })
  })

  it.each([
    ['a', 'up', 'a b'],
    ['b', 'down', 'a b'],
    ['a1', 'up', 'A a1 B b1'],
    ['b1', 'down', 'A a1 B b1'],
    ['A', 'up', 'A a1 B b1'],
    ['B', 'down', 'A a1 B b1'],
  ] as const)('of %s %s in "%s" leads nowhere', (row, way, lines) => {
    expect(stepMove([row], way, shown(lines))).toBeUndefined()
  })
})

describe('rows that are let go', () => {
  const lines = 'A a1 a2 B b1 C:c1,c2'
  it.each([
    ['a1', 'b1', 'upper', 4, 'B'],
    ['a1', 'b1', 'lower', 5, 'b1'],
    ['b1', 'A', 'upper', 1, 'A'],
    ['b1', 'B', 'upper', 3, 'a2'],
    ['a1', 'C', 'lower', 6, 'c2'],
    ['B', 'a1', 'upper', 0, undefined],
    ['C', 'a1', 'lower', 3, 'A'],
    ['C', 'a2', 'upper', 3, 'A'],
    ['A', 'b1', 'lower', 5, 'B'],
    ['A', 'C', 'lower', 6, 'C'],
  ] as const)('%s over %s, %s half', (row, over, half, gap, after) => {
    expect(dropAt([row], over, half, shown(lines))).toEqual({ rows: [row], gap, after })
  })

  it('come first where nothing is grouped', () => {
    expect(dropAt(['b'], 'a', 'upper', shown('a b'))).toEqual({
      rows: ['b'],
      gap: 0,
      after: undefined,
    })
    expect(dropAt(['b'], 'sum', 'upper', shown('a b'))).toBeUndefined()
  })
})
