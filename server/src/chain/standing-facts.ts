import type { Content, Fact } from '@andel/schema/history'
import type { EntityClass } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Agreement } from '../agreement/agreement.entity.ts'
import { agreementAsJson, participationAsJson } from '../agreement/as-logged.ts'
import { Participation } from '../agreement/participation.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { budgetAsJson } from '../budget/budget-as-json.ts'
import { BudgetLine } from '../budget/budget-line.entity.ts'
import { Budget } from '../budget/budget.entity.ts'
import { keyAsJson } from '../budget/edit/key-edits.ts'
import { figureAsJson } from '../budget/edit/population-edits.ts'
import { lineAsJson } from '../budget/edit/write-fields.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { jointServiceAsJson } from '../joint-service/log-joint-service.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import { readable } from './finding.ts'

/** Something that is stored, as the log would tell of it. */
export interface Standing extends Omit<Fact, 'version'> {
  /** Global id. */
  readonly id: string
  /** Null for what has none of its own. */
  readonly version: number | null
  /** Of a population figure, whether it is the one that counts; undefined for everything else. */
  readonly current?: boolean
}

type Told = Pick<Standing, 'owner' | 'version' | 'current'> & { readonly content: Content }

interface Row {
  readonly id: string
}

interface Kind {
  readonly entity: EntityClass<Row>
  tell(row: Row): Told
  /** Whether it is told from plain columns: for what there are thousands of before anything is done. */
  readonly plain?: boolean
}

function kind<T extends Row>(entity: EntityClass<T>, tell: (row: T) => Told): Kind {
  return { entity, tell: tell as Kind['tell'] }
}

const atOnce = 1000
const ofService = ({ id }: { readonly id: string }): string => toGlobalId('JointService', id)
const ofBudget = ({ id }: { readonly id: string }): string => toGlobalId('Budget', id)

const kinds: Readonly<Record<string, Kind>> = {
  JointService: kind(JointService, (one) => ({
    owner: null,
    version: null,
    content: jointServiceAsJson(one),
  })),
  Agreement: kind(Agreement, (one) => ({
    owner: ofService(one.jointService),
    version: one.version,
    content: agreementAsJson(one),
  })),
  Budget: kind(Budget, (one) => ({
    owner: ofService(one.jointService),
    version: null,
    content: budgetAsJson(one),
  })),
  BudgetLine: kind(BudgetLine, (one) => ({
    owner: ofBudget(one.budget),
    version: one.version,
    content: lineAsJson(one),
  })),
  PopulationFigure: {
    ...kind(PopulationFigure, (one) => ({
      owner: null,
      version: one.revision,
      content: figureAsJson({ ...one, municipality: { code: String(one.municipality) } }),
      current: Boolean(one.current),
    })),
    plain: true,
  },
}

/** Everything that the log tells of, as it is stored now, never much of it at a time. */
export async function* standingFacts(em: EntityManager): AsyncGenerator<Standing> {
  const services = new Map<string, string>()
  const serviceOfKey = new Map<string, string>()
  for (const { id, jointService, defaultKey } of await em.find(
    Agreement,
    {},
    { disableIdentityMap: true },
  )) {
    services.set(id, ofService(jointService))
    serviceOfKey.set(defaultKey.id, ofService(jointService))
  }
  const all: Readonly<Record<string, Kind>> = {
    ...kinds,
    Participation: kind(Participation, (one) => ({
      owner: services.get(one.agreement.id) ?? null,
      version: null,
      content: participationAsJson(one),
    })),
    DistributionKey: kind(DistributionKey, (one) => ({
      owner: one.budget ? ofBudget(one.budget) : (serviceOfKey.get(one.id) ?? null),
      version: one.version,
      content: keyAsJson(one),
    })),
  }
  for (const [entity, one] of Object.entries(all))
    for await (const row of rowsOf(em, one))
      yield {
        entity,
        id: toGlobalId(entity, row.id),
        ...readable(`Stored ${entity} ${row.id}`, () => one.tell(row)),
      }
}

async function* rowsOf(em: EntityManager, { entity, plain }: Kind): AsyncGenerator<Row> {
  for (let last: string | undefined; ;) {
    const where = last === undefined ? {} : { id: { $gt: last } }
    const rows: Row[] = plain
      ? await em
          .createQueryBuilder(entity)
          .where(where)
          .orderBy({ id: 'asc' })
          .limit(atOnce)
          .execute('all')
      : await em.find(entity, where, {
          orderBy: { id: 'asc' },
          limit: atOnce,
          disableIdentityMap: true,
        })
    yield* rows
    last = rows.at(-1)?.id
    if (last === undefined) return
  }
}
