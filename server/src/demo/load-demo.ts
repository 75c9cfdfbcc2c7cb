import { randomUUID } from 'node:crypto'
import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Actor } from '../access/actor.ts'
import { Agreement } from '../agreement/agreement.entity.ts'
import { Participation } from '../agreement/participation.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { BudgetState } from '../budget/budget.entity.ts'
import { createBudget } from '../budget/create-budget.ts'
import { editBudget } from '../budget/edit/edit-budget.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import * as demo from './familjehemscentrum.ts'

const actor = Actor.program('demo')

/** Loads SocSam's Familjehemscentrum into a database without any joint service: all of it or nothing. */
export async function loadDemo(em: EntityManager): Promise<void> {
  if (await em.count(JointService)) return
  await em.transactional(async (tx) => {
    createAgreement(tx)
    await tx.flush()
    await createDemoBudget(tx)
  })
}

function createAgreement(em: EntityManager): void {
  const jointService = em.create(JointService, demo.jointService)
  const defaultKey = Object.assign(new DistributionKey(), demo.defaultKey)
  em.persist(defaultKey)
  const agreement = em.create(Agreement, {
    ...demo.agreement,
    jointService: ref(jointService),
    defaultKey: ref(defaultKey),
  })
  for (const code of demo.parties) {
    em.create(Participation, {
      agreement: ref(agreement),
      municipality: ref(Municipality, code),
      fromDate: demo.agreement.validFrom,
    })
  }
}

/** By the actions that everybody's edits go through, so that the log tells of it. */
async function createDemoBudget(em: EntityManager): Promise<void> {
  const budget = await createBudget(em, actor, demo.budget, BudgetState.OPEN)
  const { problems } = await editBudget(em, actor, {
    budgetId: budget.globalId,
    clientMutationKey: randomUUID(),
    reason: demo.reason,
    edits: [
      ...demo.otherKeys.map((key) => ({ addKey: { key } })),
      ...demo.lines.map((fields) => ({ addLine: { fields } })),
    ],
  })
  if (problems.length > 0)
    throw new Error('The demo does not fit the rules.', { cause: problems[0]!.fault })
}
