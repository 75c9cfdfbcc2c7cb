import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { PopulationFigure } from './population-figure.entity.ts'

/** What a population figure is of. */
export interface FigurePlace {
  readonly municipalityCode: string
  readonly on: string
}

/** The population figures that edits are about: those that stand, and those that the edits add. */
export class FigureBook {
  /** New revisions, in the order of the edits. */
  readonly added: PopulationFigure[] = []

  private constructor(private readonly standing: Map<string, PopulationFigure>) {}

  /** One statement, and none when there are no figures to edit. */
  static async load(em: EntityManager, places: readonly FigurePlace[]): Promise<FigureBook> {
    if (places.length === 0) return new FigureBook(new Map())
    const figures = await em.find(PopulationFigure, {
      municipality: { $in: [...new Set(places.map((place) => place.municipalityCode))] },
      on: { $in: [...new Set(places.map(({ on }) => on))] },
      current: true,
    })
    return new FigureBook(new Map(figures.map((figure) => [placeOf(figure), figure])))
  }

  /** The newest revision; undefined when there is no figure. */
  current({ municipalityCode, on }: FigurePlace): PopulationFigure | undefined {
    return this.standing.get(`${municipalityCode} ${on}`)
  }

  /** Adds a revision, which is then the one that counts. */
  add(figure: PopulationFigure): void {
    const before = this.standing.get(placeOf(figure))
    if (before) before.current = false
    this.standing.set(placeOf(figure), figure)
    this.added.push(figure)
  }

  /** Figures as they stand after the edits: those given, with each new revision in its place. */
  over(figures: readonly PopulationFigure[]): PopulationFigure[] {
    return [...figures, ...this.added].filter(({ current }) => current)
  }
}

function placeOf({ municipality, on }: PopulationFigure): string {
  return `${municipality.code} ${on}`
}
