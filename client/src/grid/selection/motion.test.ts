import { describe, expect, it } from 'vitest'
import type { CellPlace } from '../cell.ts'
import { Layout } from '../layout.ts'
import { at, nameOf, sheet } from './example.ts'
import { destination, type Ground, type Motion } from './motion.ts'
import { extend, go } from './move.ts'
import { addRange, extendTo, lastRange, selectCell, selectWhole } from './selection.ts'
import { walk } from './walk.ts'

const filled = new Set(['a1', 'a2', 'a4', 'a5', 'b3', 'd3', 'asum', 'csum', 'ahead', 'chead'])
const ground: Ground = {
  layout: sheet,
  page: { rows: 3, columns: 2 },
  isFilled: (place: CellPlace) => filled.has(nameOf(place)!),
}
const to = (from: string, motion: Motion) =>
  nameOf(sheet.place(destination(sheet.spot(at(from))!, motion, ground)))

describe('keys lead', () => {
  it.each([
    ['b2', 'up', 'b1'],
    ['b1', 'up', 'bshare'],
    ['b5', 'down', 'bsum'],
    ['ahead', 'up', 'ahead'],
    ['e2', 'right', 'e2'],
    ['b2', 'left', 'a2'],
    ['c2', 'rowStart', 'a2'],
    ['c2', 'rowEnd', 'e2'],
    // to the corner of the lines, from there to that of the sheet
    ['c2', 'first', 'a1'],
    ['chead', 'first', 'a1'],
    ['a1', 'first', 'ahead'],
    ['ahead', 'first', 'ahead'],
    ['c2', 'last', 'e5'],
    ['e5', 'last', 'eeach'],
    ['eeach', 'last', 'eeach'],
    // a page stays among the lines, and goes on from their edge
    ['a1', 'pageDown', 'a4'],
    ['a4', 'pageDown', 'a5'],
    ['a5', 'pageDown', 'aeach'],
    ['a5', 'pageUp', 'a2'],
    ['a1', 'pageUp', 'ahead'],
    ['asum', 'pageUp', 'a3'],
    ['b1', 'pageRight', 'd1'],
    ['b1', 'pageLeft', 'a1'],
    // within data to its end, from there to the next data, from nothing to something
    ['a1', 'edgeDown', 'a2'],
    ['a2', 'edgeDown', 'a4'],
    ['a4', 'edgeDown', 'a5'],
    ['a5', 'edgeDown', 'asum'],
    ['a3', 'edgeUp', 'a2'],
    ['c5', 'edgeUp', 'c1'],
    ['c1', 'edgeUp', 'cshare'],
    ['cshare', 'edgeUp', 'chead'],
    ['a3', 'edgeRight', 'b3'],
    ['b3', 'edgeRight', 'd3'],
    ['d3', 'edgeRight', 'e3'],
    ['e3', 'edgeRight', 'e3'],
    ['d3', 'edgeLeft', 'b3'],
  ] as const)('from %s with %s to %s', (from, motion, end) => {
    expect(to(from, motion)).toBe(end)
  })

  it('to the corners of the sheet where there are no lines', () => {
    const layout = new Layout(['head'], [], ['sum'], ['a', 'b'])
    const end = (motion: Motion) =>
      nameOf(layout.place(destination({ row: 0, column: 1 }, motion, { ...ground, layout })))
    expect([end('first'), end('last')]).toEqual(['ahead', 'bsum'])
  })

  it('to one cell alone, or take the far corner along', () => {
    const range = extendTo(selectCell(at('b2')), at('c3'))
    expect(go(range, 'right', ground)).toEqual(selectCell(at('c2')))
    const grown = extend(range, 'right', ground)!
    expect(lastRange(grown)).toEqual({ anchor: at('b2'), head: at('d3') })
    expect(grown.active).toEqual(at('b2'))
    const rows = extend(selectWhole('rows', at('a2')), 'down', ground)!
    expect(lastRange(rows)).toMatchObject({ head: at('a3'), whole: 'rows' })
  })
})

describe('Tab and Enter', () => {
  const walked = (from: string, ...ways: ('right' | 'left' | 'down' | 'up')[]) => {
    let now = selectCell(at(from))
    for (const way of ways) now = walk(now, way, sheet) ?? now
    return nameOf(now.active)
  }

  it('go on in the next row', () => {
    expect(walked('d1', 'right', 'right')).toBe('a2')
    expect(walked('a2', 'left')).toBe('e1')
  })

  it('go back to where a run of Tabs began', () => {
    expect(walked('b1', 'right', 'right', 'down')).toBe('b2')
    expect(walked('b2', 'right', 'up')).toBe('b1')
    expect(walked('b1', 'right', 'down', 'right', 'down')).toBe('b3')
  })

  it('find no next cell at the ends of the sheet', () => {
    expect(walk(selectCell(at('eeach')), 'right', sheet)).toBeUndefined()
    expect(walk(selectCell(at('ahead')), 'left', sheet)).toBeUndefined()
    expect(walk(selectCell(at('aeach')), 'down', sheet)).toBeUndefined()
  })

  it('go nowhere from a cell that is not shown', () => {
    expect(walk(selectCell(at('z1')), 'down', sheet)).toBeUndefined()
    const gone = { ...extendTo(selectCell(at('b2')), at('c3')), active: at('z9') }
    expect(walk(gone, 'down', sheet)).toBeUndefined()
    expect(go(selectCell(at('z1')), 'down', ground)).toBeUndefined()
  })

  it('go back to the last cell of the range before', () => {
    const two = addRange(extendTo(selectCell(at('a1')), at('b2')), {
      anchor: at('d4'),
      head: at('d4'),
    })
    expect(nameOf(walk(two, 'left', sheet)!.active)).toBe('b2')
    expect(nameOf(walk(two, 'up', sheet)!.active)).toBe('b2')
  })

  it('forget the column of the Tabs once it is hidden', () => {
    const narrow = new Layout([], ['1', '2'], [], ['b', 'c'])
    const tabbed = { ...selectCell(at('c1')), tabHome: 'a' }
    expect(nameOf(walk(tabbed, 'down', narrow)!.active)).toBe('c2')
  })

  it('stay in a range, Tab by rows and Enter by columns, round and round', () => {
    const range = extendTo(selectCell(at('b2')), at('c3'))
    const run = (way: 'right' | 'down' | 'left' | 'up', times: number) => {
      let now = range
      const seen = []
      for (let i = 0; i < times; i++) {
        now = walk(now, way, sheet)!
        seen.push(nameOf(now.active))
      }
      expect(now.ranges).toEqual(range.ranges)
      return seen
    }
    expect(run('right', 4)).toEqual(['c2', 'b3', 'c3', 'b2'])
    expect(run('down', 4)).toEqual(['b3', 'c2', 'c3', 'b2'])
    expect(run('left', 2)).toEqual(['c3', 'b3'])
    expect(run('up', 1)).toEqual(['c3'])
  })

  it('go from range to range', () => {
    const two = addRange(selectCell(at('a1')), { anchor: at('c3'), head: at('c4') })
    const next = walk(walk(two, 'right', sheet)!, 'right', sheet)!
    expect(nameOf(next.active)).toBe('a1')
    expect(nameOf(walk(next, 'right', sheet)!.active)).toBe('c3')
  })
})
