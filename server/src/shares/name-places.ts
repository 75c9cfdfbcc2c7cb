import { type RawQueryFragment, raw } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const { compare } = new Intl.Collator('sv')

/** As Swedish orders names; those that are alike by id. */
export function byName(a: Named, b: Named): number {
  return compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** No database orders å, ä and ö as Swedish does: names are ordered here, and the statement gets their places. */
export class NamePlaces {
  private readonly ids: readonly string[]

  constructor(all: readonly Named[]) {
    this.ids = all.toSorted(byName).map(({ id }) => id)
  }

  /** From 0; -1 for what is not among them. */
  placeOf(id: string): number {
    return this.ids.indexOf(id)
  }

  /** As a table of a statement, whose heading is e.g. `service_place(id, place)`. */
  table(heading: string): RawQueryFragment {
    const rows = this.ids.map((_, place) => `(cast(? as text), ${place})`)
    const values = rows.length > 0 ? `values ${rows.join(', ')}` : 'select null, 0 where 1 = 0'
    return raw(`${heading} as (${values})`, [...this.ids])
  }
}

export async function servicePlaces(em: EntityManager): Promise<NamePlaces> {
  const all = await em
    .createQueryBuilder(JointService, 'j')
    .select(['j.id', 'j.name'])
    .execute<Named[]>('all')
  return new NamePlaces(all)
}

export async function municipalityPlaces(em: EntityManager): Promise<NamePlaces> {
  const all = await em
    .createQueryBuilder(Municipality, 'm')
    .select(['m.code', 'm.name'])
    .execute<{ code: string; name: string }[]>('all')
  return new NamePlaces(all.map(({ code, name }) => ({ id: code, name })))
}
