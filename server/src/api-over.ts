import { Actor } from './access/actor.ts'
import { SheetShelf } from './budget/sheet-shelf.ts'
import { type Kept, type RequestContext, createContext } from './context.ts'
import type { Database } from './database/database.ts'
import type { DataVersion } from './execution/data-version.ts'
import { Execution } from './execution/execution.ts'
import { buildApi } from './execution/graphql-schema.ts'
import { Directory } from './municipality/directory.ts'
import { PopulationShelf } from './population/population-shelf.ts'

/** The API over a database that is open, without HTTP. */
export interface ApiOver {
  readonly execution: Execution
  /** What one request works with. @param actor - who asks; Andel itself when left out */
  context(actor?: Actor): RequestContext
}

/**
 * @param dataVersion - what is kept between requests is kept by it; nothing is when it never says any
 * @param others - what is kept that has nothing to do with the database
 */
export async function apiOver(
  orm: Database,
  dataVersion: DataVersion,
  others: Omit<Kept, 'directory' | 'populations' | 'sheets'>,
): Promise<ApiOver> {
  const kept: Kept = {
    ...others,
    directory: await Directory.load(orm.em.fork()),
    populations: new PopulationShelf(dataVersion),
    sheets: new SheetShelf(dataVersion),
  }
  return {
    execution: new Execution(await buildApi()),
    context: (actor = Actor.program('Andel')) => createContext(orm.em.fork(), kept, actor),
  }
}
