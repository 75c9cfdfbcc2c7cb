import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { Agreement } from './agreement/agreement.entity.ts'
import { Participation } from './agreement/participation.entity.ts'
import { DistributionKey } from './allocation/distribution-key.entity.ts'
import { BudgetLine } from './budget/budget-line.entity.ts'
import { Budget } from './budget/budget.entity.ts'
import { sheetLines } from './budget/sheet-line.ts'
import { parseGlobalId } from './connection/global-id.ts'
import { Node } from './connection/node.ts'
import type { RequestContext } from './context.ts'
import { Change } from './history/change.entity.ts'
import { JointService } from './joint-service/joint-service.entity.ts'
import { PopulationFigure } from './population/population-figure.entity.ts'

type Find = (id: string, context: RequestContext) => Promise<Node | null | undefined>

const find: Readonly<Record<string, Find>> = {
  Municipality: (id, { municipalities }) => municipalities.load(id),
  PopulationFigure: (id, { em }) => em.findOne(PopulationFigure, { id }),
  JointService: (id, { em }) => em.findOne(JointService, { id }),
  Agreement: (id, { em }) => em.findOne(Agreement, { id }),
  Participation: (id, { em }) => em.findOne(Participation, { id }),
  DistributionKey: (id, { em }) => em.findOne(DistributionKey, { id }),
  Budget: (id, { em }) => em.findOne(Budget, { id }),
  Change: (id, { em }) => em.findOne(Change, { sequence: Number(id) }),
  BudgetLine: async (id, { em, sheets }) => {
    const line = await em.findOne(BudgetLine, { id })
    if (!line) return null
    const sheet = await sheets.load(line.budget.id)
    return sheetLines(sheet).find((one) => one.ownId === id)
  },
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its global id; null when there is none.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Node | null> {
    const { type, id: own } = parseGlobalId(id)
    return (await find[type]?.(own, context)) ?? null
  }
}
