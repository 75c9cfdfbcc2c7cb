import { readable } from '../access/readable.ts'
import { BudgetLine } from '../budget/budget-line.entity.ts'
import type { CostShare } from '../budget/cost-share.ts'
import { Budget } from '../budget/budget.entity.ts'
import { totalShares } from '../budget/total-share.ts'
import type { RequestContext } from '../context.ts'
import { findShare } from './lists.ts'

interface ShareId {
  readonly of: 'line' | 'budget'
  readonly id: string
  readonly code: string
}

/** Shares by their own ids, in their order: "line/…/2303" or "budget/…/2303". As many statements for a hundred as for one. */
export async function findShares(
  ids: readonly string[],
  context: RequestContext,
): Promise<(CostShare | undefined)[]> {
  const { em, actor } = context
  const wanted = ids.map(readShareId)
  const idsOf = (kind: ShareId['of']): string[] =>
    wanted.flatMap((one) => (one?.of === kind ? [one.id] : []))
  const lines = await em.find(BudgetLine, {
    id: { $in: idsOf('line') },
    ...readable(actor, 'budget', 'jointService'),
  })
  const budgets = await em.find(Budget, {
    id: { $in: idsOf('budget') },
    ...readable(actor, 'jointService'),
  })
  const budgetOf = new Map([
    ...lines.map((line) => [line.id, line.budget.id] as const),
    ...budgets.map(({ id }) => [id, id] as const),
  ])
  return Promise.all(
    wanted.map(async (one) => {
      const budgetId = one && budgetOf.get(one.id)
      if (!one || budgetId === undefined) return undefined
      const sheet = await context.sheets.load(budgetId)
      return one.of === 'line'
        ? findShare(sheet, { budgetId, lineId: one.id, code: one.code })
        : totalShares(sheet).find(({ municipality }) => municipality.code === one.code)
    }),
  )
}

function readShareId(id: string): ShareId | undefined {
  const match = /^(line|budget)\/([0-9a-f-]{36})\/(\d{4})$/.exec(id)
  return match ? { of: match[1] as ShareId['of'], id: match[2]!, code: match[3]! } : undefined
}
