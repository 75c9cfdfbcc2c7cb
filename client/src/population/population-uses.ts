import type { PopulationUsesQuery } from '@andel/schema/operations'

type Answer = PopulationUsesQuery['budgets']['nodes'][number]

export interface PopulationUses {
  /** Codes of those who take part in a joint service, now or at another time. */
  readonly participants: ReadonlySet<string>
  readonly budgets: readonly BudgetUse[]
}

interface BudgetUse extends Pick<Answer, 'id' | 'year' | 'jointService'> {
  readonly codes: ReadonlySet<string>
  readonly dates: ReadonlySet<string>
}

export function readUses({ agreements, budgets }: PopulationUsesQuery): PopulationUses {
  return {
    participants: new Set(
      agreements.nodes.flatMap(({ participations }) =>
        participations.map(({ municipality }) => municipality.code),
      ),
    ),
    budgets: budgets.nodes.map(({ participants, keys, ...budget }) => ({
      ...budget,
      codes: new Set(participants.map(({ code }) => code)),
      dates: new Set(keys.flatMap(({ bases }) => bases.flatMap(({ on }) => on ?? []))),
    })),
  }
}

/** The budgets that use a figure: that of a participant, on a date of one of their keys. */
export function budgetsUsing(
  { budgets }: PopulationUses,
  code: string,
  on: string,
): readonly BudgetUse[] {
  return budgets.filter(({ codes, dates }) => codes.has(code) && dates.has(on))
}
