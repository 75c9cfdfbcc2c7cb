/** Inhabitants on a day. */
export interface Reading {
  readonly on: string
  readonly inhabitants: number
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface ChartPoint extends Reading {
  readonly x: number
  readonly y: number
}

/** A stretch of line between two readings that follow each other. */
export interface ChartStretch {
  readonly from: ChartPoint
  readonly to: ChartPoint
  /** More than a year and a half apart: what happened in between is not known. */
  readonly gap: boolean
}

const day = 86_400_000
const longestStep = 550 * day

/** Everything to draw of a population series, in pixels of the frame. */
export function drawPopulation(readings: readonly Reading[], frame: Frame) {
  const inOrder = readings.toSorted((a, b) => a.on.localeCompare(b.on))
  const times = inOrder.map(({ on }) => Date.parse(on))
  const first = times[0] ?? 0
  const span = Math.max((times.at(-1) ?? 0) - first, day)
  const sizes = inOrder.map(({ inhabitants }) => inhabitants)
  const levels = niceLevels(Math.min(...sizes), Math.max(...sizes))
  const [low = 0, high = 1] = [levels[0], levels.at(-1)]

  const x = (time: number) =>
    frame.left + ((time - first) / span) * (frame.width - frame.left - frame.right)
  const y = (size: number) =>
    frame.height -
    frame.bottom -
    ((size - low) / (high - low)) * (frame.height - frame.top - frame.bottom)

  const points: ChartPoint[] = inOrder.map((reading, index) => ({
    ...reading,
    x: x(times[index]!),
    y: y(reading.inhabitants),
  }))
  const stretches: ChartStretch[] = points.slice(1).map((to, index) => ({
    from: points[index]!,
    to,
    gap: times[index + 1]! - times[index]! > longestStep,
  }))
  return {
    points,
    stretches,
    levels: levels.map((size) => ({ size, y: y(size) })),
    years: yearsWithin(first, first + span, frame.width).map((year) => ({
      year,
      x: x(Date.UTC(year, 0, 1)),
    })),
  }
}

/** Three to six round levels that enclose both ends. */
export function niceLevels(low: number, high: number): number[] {
  const rough = Math.max(high - low, high * 0.02, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].find((times) => times * power >= rough)! * power)
  const bottom = Math.max(0, Math.floor(low / step) * step)
  const top = Math.max(Math.ceil(high / step) * step, bottom + step)
  const count = Math.round((top - bottom) / step)
  return Array.from({ length: count + 1 }, (_, index) => bottom + index * step)
}

/** Turns of years at an even distance that leaves room for their labels. */
function yearsWithin(start: number, end: number, width: number): number[] {
  const from = new Date(start).getUTCFullYear() + 1
  const to = new Date(end).getUTCFullYear()
  const room = Math.max(1, Math.floor(width / 72))
  const step = [1, 2, 5, 10, 20].find((years) => (to - from) / years <= room) ?? 50
  const first = Math.ceil(from / step) * step
  const count = Math.max(0, Math.floor((to - first) / step) + 1)
  return Array.from({ length: count }, (_, index) => first + index * step)
}
