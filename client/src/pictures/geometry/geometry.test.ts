import { describe, expect, it } from 'vitest'
import { drawFlow, flowScale } from './flow.ts'
import { drawRows, type PictureRow } from './rows.ts'
import { axisUnit, levels, linear } from './scale.ts'
import { spread } from './spread.ts'
import { drawStacks } from './stacks.ts'
import { fitText, textWidth } from './text-width.ts'

const kronor = 100

describe('levels', () => {
  it.each([
    [[2_379_300 * kronor], 5, [0, 500, 1000, 1500, 2000, 2500]],
    [[-386_888 * kronor, 2_695_959 * kronor], 4, [-1000, 0, 1000, 2000, 3000]],
    [[-40_000 * kronor], 4, [-40, -30, -20, -10, 0]],
  ])('of %j are round and hold zero', (values, most, thousands) =>
    expect(levels(values, most)).toEqual(thousands.map((each) => each * 1000 * kronor)),
  )

  it('enclose all values and zero, at an even distance, from one öre to thousands of millions', () => {
    for (let size = 1; size < 1e13; size *= 3.7) {
      const all = [Math.round(size), -Math.round(size / 3), Math.round(size / 7)]
      for (const most of [2, 4, 7]) {
        const found = levels(all, most)
        expect(found).toContain(0)
        expect(found[0]).toBeLessThanOrEqual(Math.min(...all))
        expect(found.at(-1)).toBeGreaterThanOrEqual(Math.max(...all))
        expect(new Set(found.slice(1).map((each, index) => each - found[index]!)).size).toBe(1)
        expect(found.length).toBeLessThanOrEqual(most + 3)
      }
    }
  })

  it.each([
    [[0, 50_000_000], 'tkr'],
    [[0, 100_000_000], 'mnkr'],
    [[0, 5_000], 'kr'],
    [[0, 10], 'kr'],
  ])('%j are written in %2$s', (ore, unit) => expect(axisUnit(ore)[0]).toBe(unit))

  it('lie on a straight scale', () => {
    expect([-5, 0, 5].map(linear([-5, 5], [10, 110]))).toEqual([10, 60, 110])
  })
})

describe('labels', () => {
  it('move apart as little as it takes, within their ends', () => {
    expect(spread([10, 12, 60], 15, [0, 100])).toEqual([10, 25, 60])
    expect(spread([90, 95, 99], 15, [0, 100])).toEqual([70, 85, 100])
    expect(spread([1, 2, 3], 40, [0, 50])).toEqual([0, 40, 80])
  })

  it('are cut where there is no room for them', () => {
    expect(fitText('Åre', 100, 13)).toBe('Åre')
    const cut = fitText('Upplands Väsby och andra långa namn', 100, 13)
    expect(cut).toMatch(/^Uppl.*…$/)
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(100)
  })
})

describe('rows', () => {
  const row = (id: string, plus: number | undefined, minus = 0): PictureRow => ({
    id,
    label: id,
    plus,
    minus,
    figures: ['1'],
  })

  it('start at a common zero, to the right what adds and to the left what takes away', () => {
    const { rows, zero, right } = drawRows(
      [row('a', 300), row('b', 0, 100), row('c', undefined)],
      ['kr'],
      800,
    )
    const [a, b, c] = rows
    expect([a!.from, b!.to, c!.to]).toEqual([zero, zero, zero])
    expect(zero - b!.from).toBeCloseTo((a!.to - zero) / 3)
    expect(a!.to).toBeLessThanOrEqual(right)
  })

  it('have their bars below the names where it is narrow', () => {
    const { rows, narrow, left, right } = drawRows([row('a', 1)], ['kr'], 358)
    expect({ narrow, left, right }).toEqual({ narrow: true, left: 0, right: 358 })
    expect(rows[0]!.bar).toBeGreaterThan(rows[0]!.text)
  })
})

describe('stacks', () => {
  const frame = { width: 600, height: 300, left: 50, right: 100, top: 20, bottom: 20 }

  it('heap what is above zero upwards and what is below it downwards', () => {
    const { columns, zero } = drawStacks([{ id: '2022', sizes: [300, -100, 200] }], 3, frame)
    const [first, below, second] = columns[0]!.parts
    expect(first!.y + first!.height).toBeCloseTo(zero)
    expect(below!.y).toBeCloseTo(zero)
    expect(second!.y + second!.height).toBeCloseTo(first!.y)
    expect(below!.height * 3).toBeCloseTo(first!.height)
  })

  it('follow a layer between columns that both have it on the same side, and name those of the last', () => {
    const { joints, labels } = drawStacks(
      [
        { id: '2022', sizes: [100, 50, -20] },
        { id: '2023', sizes: [90, 0, 20] },
      ],
      3,
      frame,
    )
    expect(joints.map(({ key }) => key)).toEqual(['0 0'])
    expect(labels.map(({ layer }) => layer)).toEqual([2, 0])
  })
})

describe('a flow', () => {
  const nodes = [
    { id: 'a', layer: 0 },
    { id: 'b', layer: 0 },
    { id: 'key', layer: 1 },
    { id: 'x', layer: 2 },
    { id: 'y', layer: 2 },
  ]
  const bands = [
    { from: 'a', to: 'key', size: 300 },
    { from: 'b', to: 'key', size: 100 },
    { from: 'key', to: 'y', size: 10 },
    { from: 'key', to: 'x', size: 390 },
  ]
  const frame = { layers: [0, 200, 400], nodeWidth: 10, top: 0, scale: 0.5, labelRoom: 18, gap: 10 }

  it('is as thick everywhere as what goes through, and leaves room for the labels', () => {
    const drawn = drawFlow(nodes, bands, frame)
    expect(drawn.nodes.map(({ size, height }) => [size, height])).toEqual(
      [300, 100, 400, 390, 10].map((size) => [size, size / 2]),
    )
    const [x, y] = drawn.nodes.slice(3).map((node) => node.y + node.height / 2)
    expect(y! - x!).toBeGreaterThanOrEqual(18)
    for (const node of drawn.nodes) {
      expect(node.y).toBeGreaterThanOrEqual(0)
      expect(node.y + node.height).toBeLessThanOrEqual(drawn.height)
    }
  })

  it('sets bands beside each other in the order of the nodes', () => {
    const drawn = drawFlow(nodes, bands, frame)
    const [a, , key] = drawn.nodes
    const startOf = (to: string): number =>
      Number(/^M\S+ ([\d.]+)C/.exec(drawn.bands.find((band) => band.to === to)!.path)![1])
    expect(startOf('x')).toBeCloseTo(key!.y)
    expect(startOf('y')).toBeCloseTo(key!.y + 195)
    expect(drawn.bands[0]!.path.startsWith(`M10 ${a!.y}C`)).toBe(true)
  })

  it('fills the height with the highest layer', () => {
    expect(flowScale(1000, [5, 1, 2], 10, 540)).toBe(0.5)
  })
})
