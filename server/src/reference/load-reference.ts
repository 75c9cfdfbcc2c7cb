import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { County } from '../municipality/county.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { PopulationFigure, PopulationQuality } from '../population/population-figure.entity.ts'
import municipalitiesFile from './municipalities.json' with { type: 'json' }
import populationsFile from './populations.json' with { type: 'json' }

interface Series {
  readonly on: string
  readonly source: string
  readonly quality: string
  readonly note?: string
  /** Inhabitants by municipality code. */
  readonly figures: Readonly<Record<string, number>>
}

/** Loads municipalities and population figures into a database that has none. Where they are from: SOURCES.md. */
export async function loadReference(em: EntityManager): Promise<void> {
  if (await em.count(Municipality)) return
  const recordedAt = new Date()
  const { counties, municipalities } = municipalitiesFile
  await em.transactional(async (tx) => {
    await tx.insertMany(County, counties)
    await tx.insertMany(
      Municipality,
      municipalities.map(({ countyCode, ...municipality }) => ({
        ...municipality,
        county: countyCode,
      })),
    )
    for (const {
      on,
      source,
      quality,
      note = null,
      figures,
    } of populationsFile.series as readonly Series[]) {
      await tx.insertMany(
        PopulationFigure,
        Object.entries(figures).map(([municipality, inhabitants]) => ({
          id: crypto.randomUUID(),
          municipality,
          on,
          inhabitants,
          source,
          quality: quality as PopulationQuality,
          note,
          revision: 1,
          current: true,
          recordedAt,
        })),
      )
    }
  })
}
