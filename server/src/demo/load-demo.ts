import { randomUUID } from 'node:crypto'
import type { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Actor } from '../access/actor.ts'
import { BudgetState } from '../budget/budget.entity.ts'
import { createBudget } from '../budget/create-budget.ts'
import { editBudget } from '../budget/edit/edit-budget.ts'
import { createAgreement } from '../grounds/create-agreement.ts'
import { createJointService } from '../joint-service/create-joint-service.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import * as demo from './familjehemscentrum.ts'

const actor = Actor.program('demo')

/**
 * Loads SocSam's Familjehemscentrum into a database without any joint service: all of it or nothing. By the actions that
 * everybody's edits go through, so that the log tells of all of it.
 */
export async function loadDemo(em: EntityManager): Promise<void> {
  if (await em.count(JointService)) return
  await em.transactional(async (tx) => {
    const { globalId: jointServiceId } = await createJointService(tx, actor, demo.jointService)
    await createDemoAgreement(tx, jointServiceId)
    await createDemoBudget(tx)
  })
}

async function createDemoAgreement(em: EntityManager, jointServiceId: string): Promise<void> {
  const { problems } = await createAgreement(em, actor, {
    ...demo.agreement,
    jointServiceId,
    clientMutationKey: randomUUID(),
    defaultKey: demo.defaultKey,
    participants: demo.parties.map((municipalityCode) => ({ municipalityCode })),
  })
  expectNone(problems)
}

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
  expectNone(problems)
}

function expectNone(problems: readonly { readonly fault: Fault }[]): void {
  if (problems.length > 0)
    throw new Error('The demo does not fit the rules.', { cause: problems[0]!.fault })
}
