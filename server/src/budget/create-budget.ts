import { randomUUID } from 'node:crypto'
import { ChangeLog } from '../history/change-log.ts'
import { participantsOf } from '@andel/schema/agreement'
import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { can } from '../access/can.ts'
import { Agreement } from '../agreement/agreement.entity.ts'
import { Participation } from '../agreement/participation.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { populationDates } from '../allocation/key-facts.ts'
import { ownId, toGlobalId } from '../connection/global-id.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import { participationFacts } from './budget-facts.ts'
import { budgetAsJson } from './budget-as-json.ts'
import { BudgetLine } from './budget-line.entity.ts'
import { Budget, BudgetState } from './budget.entity.ts'
import { copyKeys, copyLine } from './copy-budget.ts'
import type { CreateBudgetInput } from './create-budget.resolver.ts'
import { keyAsJson } from './edit/key-edits.ts'
import { lineAsJson } from './edit/write-fields.ts'

/**
 * Creates a budget under the agreement that is in force in its year, with the agreement's default key, or
 * with copies of the keys and lines of another budget.
 *
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`, `ALREADY_EXISTS`, `BAD_TEXT`, `BAD_INPUT`, `POPULATION_MISSING`
 */
export async function createBudget(
  em: EntityManager,
  actor: Actor,
  input: CreateBudgetInput,
  state = BudgetState.DRAFT,
): Promise<Budget> {
  const title = input.title.trim()
  if (title === '' || title.length > 200) throw new Fault('BAD_TEXT', { field: 'title', most: 200 })
  if (input.year < 1970 || input.year > 2200)
    throw new Fault('BAD_INPUT', { field: 'year', year: input.year })

  return em.transactional(async (tx) => {
    const jointService = await tx.findOne(JointService, { slug: input.jointServiceSlug })
    if (!jointService) throw new Fault('NOT_FOUND', { jointService: input.jointServiceSlug })
    if (!can(actor, 'budget.read', { jointService: jointService.id }))
      throw new Fault('NOT_FOUND', { jointService: input.jointServiceSlug })
    authorize(actor, 'budget.edit', { jointService: jointService.id })
    const { year } = input
    if (await tx.count(Budget, { jointService, year })) throw new Fault('ALREADY_EXISTS', { year })

    const agreement = await agreementIn(tx, jointService, year)
    const source = input.copyFromBudgetId
      ? await budgetToCopy(tx, jointService, input.copyFromBudgetId)
      : undefined
    const budget = tx.create(Budget, {
      jointService: ref(jointService),
      agreement: ref(agreement),
      year,
      title,
      state,
    })
    const copies = {
      to: budget,
      from: source?.budget.title,
      populationDate: input.populationDate ?? undefined,
    }
    const keys = copyKeys(copies, source?.keys ?? [await agreement.defaultKey.loadOrFail()])
    const lines = (source?.lines ?? []).map((line) => copyLine(copies, line, keys))
    tx.persist([...keys.values(), ...lines])
    await checkPopulations(tx, agreement, year, [...keys.values()])
    await tx.flush() // before the budget can name one of its keys
    budget.defaultKey = ref(keys.get(source?.budget.defaultKey?.id ?? agreement.defaultKey.id)!)

    const changes = await ChangeLog.open(tx)
    const batch = {
      actor: actor.id,
      batch: randomUUID(),
      reason: null,
      version: 1,
      field: '+',
      before: null,
      budget: ref(budget),
      jointService: ref(jointService),
    }
    const log = (entity: string, id: string, after: unknown): unknown =>
      changes.append({ ...batch, entity, entityId: toGlobalId(entity, id), after })
    log('Budget', budget.id, budgetAsJson(budget))
    for (const key of keys.values()) log('DistributionKey', key.id, keyAsJson(key))
    for (const line of lines) log('BudgetLine', line.id, lineAsJson(line))
    return budget
  })
}

/** The newest agreement in force on a day of the year. */
async function agreementIn(
  em: EntityManager,
  jointService: JointService,
  year: number,
): Promise<Agreement> {
  const agreements = await em.find(
    Agreement,
    {
      jointService,
      validFrom: { $lte: `${year}-12-31` },
      $or: [{ validTo: null }, { validTo: { $gte: `${year}-01-01` } }],
    },
    { orderBy: { validFrom: 'desc' }, limit: 1 },
  )
  if (!agreements[0]) throw new Fault('NOT_FOUND', { agreement: jointService.name, year })
  return agreements[0]
}

async function budgetToCopy(
  em: EntityManager,
  jointService: JointService,
  globalId: string,
): Promise<{ budget: Budget; keys: DistributionKey[]; lines: BudgetLine[] }> {
  const budget = await em.findOne(Budget, { id: ownId(globalId, 'Budget'), jointService })
  if (!budget) throw new Fault('NOT_FOUND', { budget: globalId })
  const keys = await em.find(DistributionKey, { budget })
  return { budget, keys, lines: await em.find(BudgetLine, { budget }) }
}

/** Everybody who takes part must have a figure on every date of the keys. */
async function checkPopulations(
  em: EntityManager,
  agreement: Agreement,
  year: number,
  keys: readonly DistributionKey[],
): Promise<void> {
  const participations = await em.find(Participation, { agreement }, { populate: ['municipality'] })
  const participants = participantsOf(
    participations.map(participationFacts),
    year,
    agreement.weighsPartYear,
  )
  const codes = participants.map(({ code }) => code)
  for (const on of new Set(keys.flatMap(populationDates))) {
    const figures = await em.find(PopulationFigure, {
      on,
      municipality: { $in: codes },
      current: true,
    })
    const known = new Set(figures.map((figure) => figure.municipality.code))
    const missing = codes.find((code) => !known.has(code))
    if (missing !== undefined) throw new Fault('POPULATION_MISSING', { code: missing, on })
  }
}
