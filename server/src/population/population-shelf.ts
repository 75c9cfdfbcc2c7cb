import type { MaybePromise } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import DataLoader from 'dataloader'
import type { DataVersion } from '../execution/data-version.ts'
import { loadPopulations } from './load-populations.ts'
import type { PopulationFigure } from './population-figure.entity.ts'

/** Current figures of a municipality, by its code. */
export interface Populations {
  /** Oldest first. */
  load(code: string): readonly PopulationFigure[] | Promise<readonly PopulationFigure[]>
}

/** By the code of a municipality. */
type Figures = ReadonlyMap<string, readonly PopulationFigure[]>

/** Current population figures as they were last read, kept between requests until any figure is edited. */
export class PopulationShelf {
  private kept = new Map<string, readonly PopulationFigure[]>()
  private keptAt: string | undefined

  constructor(private readonly dataVersion: DataVersion) {}

  /** For one request, which asks once for the version of the figures; what is not kept is read in one statement. */
  reader(em: EntityManager): Populations {
    const loader = new DataLoader((codes: readonly string[]) => this.read(em, codes), {
      cache: false,
    })
    let known: Figures | undefined
    let asked: Promise<Figures> | undefined
    const load = (code: string) => known?.get(code) ?? loader.load(code)
    return {
      load: (code) => {
        if (known) return load(code)
        const version = asked ? undefined : this.version()
        if (!asked && !isPromise(version)) known = this.current(version)
        if (known) return load(code)
        asked ??= Promise.resolve(version).then((one) => (known = this.current(one)))
        return asked.then(() => load(code))
      },
    }
  }

  /** None while edits are being written. */
  private current(version: string | undefined): Figures {
    if (version === undefined) return new Map()
    if (version !== this.keptAt) {
      this.kept = new Map()
      this.keptAt = version
    }
    return this.kept
  }

  /** Kept only when no figure was edited while they were read. */
  private async read(
    em: EntityManager,
    codes: readonly string[],
  ): Promise<(readonly PopulationFigure[])[]> {
    const version = await this.version()
    const own = em.fork()
    const figures = await loadPopulations(own, codes)
    own.clear()
    const after = await this.version()
    if (version !== undefined && version === this.keptAt && version === after) {
      for (const [index, code] of codes.entries()) this.kept.set(code, figures[index]!)
    }
    return figures
  }

  private version(): MaybePromise<string | undefined> {
    return this.dataVersion.of('PopulationFigure')
  }
}

const isPromise = <T>(value: MaybePromise<T>): value is Promise<T> => value instanceof Promise
