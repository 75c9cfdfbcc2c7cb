import type { PopulationsQuery } from '@andel/schema/operations'

type Answer = PopulationsQuery['municipalities']['nodes'][number]

export type Figure = Omit<Answer['populations']['nodes'][number], 'id' | 'on' | 'recordedAt'>

export interface Municipality {
  readonly code: string
  readonly name: string
  readonly county: string
  /** Whether whoever looks may set its figures. */
  readonly isSettable: boolean
}

/** Every population figure as it now counts. */
export interface Populations {
  /** By code: the order of the statistics office's own tables. */
  readonly municipalities: ReadonlyMap<string, Municipality>
  /** By reference date, newest first, then by municipality. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, Figure>>
}

export function readPopulations({
  municipalities,
  populationDates,
}: PopulationsQuery): Populations {
  const byCode = municipalities.nodes.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const figures = new Map(populationDates.map((on) => [on, new Map<string, Figure>()]))
  for (const { code, populations } of byCode) {
    for (const { on, ...figure } of populations.nodes) figures.get(on)?.set(code, figure)
  }
  return {
    municipalities: new Map(
      byCode.map(({ code, name, county, maySetPopulation: isSettable }) => [
        code,
        { code, name, county: county.name, isSettable },
      ]),
    ),
    figures,
  }
}

/** Whether whoever looks may set the figures of a municipality. */
export function isSettable({ municipalities }: Populations, code: string): boolean {
  return municipalities.get(code)?.isSettable === true
}

const known = new WeakMap<Populations, readonly Municipality[]>()

/** The municipalities whose figures whoever looks may set. */
export function settableOf(populations: Populations): readonly Municipality[] {
  const found =
    known.get(populations) ??
    [...populations.municipalities.values()].filter((one) => one.isSettable)
  known.set(populations, found)
  return found
}

export function figureOf({ figures }: Populations, code: string, on: string): Figure | undefined {
  return figures.get(on)?.get(code)
}

/** A figure that a new one can be held against: that of the same date, or of the date nearest to it. */
export interface Yardstick {
  readonly on: string
  readonly inhabitants: number
}

export function yardstickOf(
  populations: Populations,
  code: string,
  on: string,
): Yardstick | undefined {
  const nearness = (other: string): number => Math.abs(Date.parse(other) - Date.parse(on))
  const known = [...populations.figures].flatMap(([date, figures]) => {
    const inhabitants = figures.get(code)?.inhabitants
    return inhabitants === undefined ? [] : [{ on: date, inhabitants }]
  })
  return known.toSorted((a, b) => nearness(a.on) - nearness(b.on))[0]
}

/** Whether a figure is more than 5 % off: a slip of the hand, a wrong row, a merger. */
export function isFarOff(inhabitants: number, yardstick: number): boolean {
  return Math.abs(inhabitants - yardstick) * 20 > yardstick
}

/** A change in per cent with one decimal, as exact text; nothing when there was nobody. */
export function changeInPercent(inhabitants: number, before: number): string | undefined {
  if (before === 0) return undefined
  return String(Math.round(((inhabitants - before) * 1000) / before) / 10)
}
