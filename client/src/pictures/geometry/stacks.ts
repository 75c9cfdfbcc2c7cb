import { levels, linear } from './scale.ts'
import { spread } from './spread.ts'

/** A column of a picture: a part for each layer, in their order. */
export interface Column {
  readonly id: string
  /** Whole öre, below zero too; 0 where the layer has no part. */
  readonly sizes: readonly number[]
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The least distance between two labels. */
const labelRoom = 17

/**
 * Where the parts of the columns lie, in pixels: what is above zero is heaped upwards in the order of the layers, what
 * is below zero downwards. Labels stand to the right of the last column in which the layer has a part.
 */
export function drawStacks(columns: readonly Column[], layers: number, frame: Frame) {
  const heaps = columns.map(({ sizes }) => heap(sizes))
  const ticks = levels(
    heaps.flatMap(({ low, high }) => [low, high]),
    7,
  )
  const y = linear([ticks[0]!, ticks.at(-1)!], [frame.height - frame.bottom, frame.top])
  const room = (frame.width - frame.left - frame.right) / Math.max(columns.length, 1)
  const wide = Math.min(room * 0.62, 92)
  const drawn = columns.map(({ id }, index) => {
    const x = frame.left + room * index + (room - wide) / 2
    const { parts, low, high } = heaps[index]!
    return {
      id,
      x,
      width: wide,
      middle: x + wide / 2,
      top: y(high),
      bottom: y(low),
      parts: parts.map(([from, to]) => ({
        below: to < from,
        y: y(Math.max(from, to)),
        height: Math.abs(y(from) - y(to)),
      })),
    }
  })
  return {
    columns: drawn,
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    zero: y(0),
    labels: placeLabels(drawn.at(-1)?.parts ?? [], frame),
    joints: joints(drawn, layers),
  }
}

type Drawn = readonly { readonly y: number; readonly height: number; readonly below: boolean }[]

/** From where to where each part reaches, in öre. */
function heap(sizes: readonly number[]) {
  let [low, high] = [0, 0]
  const parts = sizes.map((size): [from: number, to: number] => {
    const from = size < 0 ? low : high
    if (size < 0) low += size
    else high += size
    return [from, from + size]
  })
  return { parts, low, high }
}

/** Where the names of the parts of a column stand, from the top down; a part without size has none. */
function placeLabels(parts: Drawn, { top, height, bottom }: Frame) {
  const named = parts
    .map((part, layer) => ({ layer, at: part.y + part.height / 2, size: part.height }))
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => a.at - b.at)
  const places = spread(
    named.map(({ at }) => at),
    labelRoom,
    [top, height - bottom],
  )
  return named.map(({ layer, at }, index) => ({ layer, at, y: places[index]! }))
}

/** Lines from column to column along the upper edge of each layer, where both have a part of it on the same side of zero. */
function joints(columns: readonly { x: number; width: number; parts: Drawn }[], layers: number) {
  return columns.slice(1).flatMap((next, index) => {
    const here = columns[index]!
    return Array.from({ length: layers }, (_, layer) => ({
      key: `${index} ${layer}`,
      from: here.parts[layer]!,
      to: next.parts[layer]!,
    }))
      .filter(({ from, to }) => from.height > 0 && to.height > 0 && from.below === to.below)
      .map(({ key, from, to }) => ({
        key,
        x1: here.x + here.width,
        y1: from.y,
        x2: next.x,
        y2: to.y,
      }))
  })
}
