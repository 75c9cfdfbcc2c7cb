import { describe, expect, it } from 'vitest'
import { drawPopulation, niceLevels } from './population-chart.ts'

const frame = { width: 700, height: 300, left: 60, right: 20, top: 10, bottom: 30 }

describe('niceLevels', () => {
  it.each([
    [5126, 6313, [5000, 5500, 6000, 6500]],
    [58249, 64324, [58000, 60000, 62000, 64000, 66000]],
    [5000, 5000, [5000, 5050]],
    [0, 3, [0, 1, 2, 3]],
  ])('encloses %i to %i', (low, high, levels) => {
    expect(niceLevels(low, high)).toEqual(levels)
  })
})

describe('drawPopulation', () => {
  const drawn = drawPopulation(
    [
      { on: '2022-12-31', inhabitants: 5126 },
      { on: '2018-12-31', inhabitants: 5300 },
      { on: '2019-12-31', inhabitants: 5240 },
    ],
    frame,
  )

  it('goes from edge to edge, oldest first, more being higher', () => {
    expect(drawn.points.map(({ on }) => on)).toEqual(['2018-12-31', '2019-12-31', '2022-12-31'])
    expect(drawn.points[0]!.x).toBe(frame.left)
    expect(drawn.points[2]!.x).toBe(frame.width - frame.right)
    expect(drawn.points[0]!.y).toBeLessThan(drawn.points[2]!.y)
  })

  it('tells where years are missing', () => {
    expect(drawn.stretches.map(({ gap }) => gap)).toEqual([false, true])
  })

  it('draws a single reading', () => {
    const { points, stretches } = drawPopulation([{ on: '2022-12-31', inhabitants: 1 }], frame)
    expect(points).toHaveLength(1)
    expect(stretches).toEqual([])
    expect(Number.isFinite(points[0]!.y)).toBe(true)
  })
})
