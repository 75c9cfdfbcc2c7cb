import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { County } from './county.entity.ts'
import { Municipality } from './municipality.entity.ts'

/** All municipalities and their counties: Andel comes with them and nobody edits them, so they are read once. */
export class Directory {
  /** By code. */
  readonly all: readonly Municipality[]
  private readonly byCode: ReadonlyMap<string, Municipality>
  private readonly counties: ReadonlyMap<string, County>

  private constructor(all: readonly Municipality[], counties: readonly County[]) {
    this.all = all
    this.byCode = new Map(all.map((municipality) => [municipality.code, municipality]))
    this.counties = new Map(counties.map((county) => [county.code, county]))
  }

  static async load(em: EntityManager): Promise<Directory> {
    return new Directory(
      await em.findAll(Municipality, { orderBy: { code: 'asc' } }),
      await em.findAll(County),
    )
  }

  /** Null when there is none with the code. */
  find(code: string): Municipality | null {
    return this.byCode.get(code) ?? null
  }

  /** Null when there is none with the code. */
  county(code: string): County | null {
    return this.counties.get(code) ?? null
  }
}
