import { randomUUID } from 'node:crypto'
import { ref } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/sqlite'
import { Agreement } from '../agreement/agreement.entity.ts'
import { Participation } from '../agreement/participation.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { Budget, BudgetState } from '../budget/budget.entity.ts'
import { createBudget } from '../budget/create-budget.ts'
import { editBudget } from '../budget/edit/edit-budget.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import * as demo from './familjehemscentrum.ts'

const actor = 'demo'

/** Loads SocSam's Familjehemscentrum into a database without any joint service. */
export async function loadDemo(em: EntityManager): Promise<void> {
  if (await em.count(JointService)) return
  await em.transactional(async (tx) => {
    const jointService = tx.create(JointService, demo.jointService)
    const defaultKey = Object.assign(new DistributionKey(), demo.defaultKey)
    const agreement = tx.create(Agreement, {
      ...demo.agreement,
      jointService: ref(jointService),
      defaultKey: ref(defaultKey),
    })
    for (const code of demo.parties) {
      tx.create(Participation, {
        agreement: ref(agreement),
        municipality: ref(Municipality, code),
        fromDate: demo.agreement.validFrom,
      })
    }
    tx.persist(defaultKey)
  })

  const { id } = await createBudget(em, actor, demo.budget)
  em.clear()
  const budget = await em.findOneOrFail(Budget, { id })
  budget.state = BudgetState.OPEN
  await em.flush()

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
