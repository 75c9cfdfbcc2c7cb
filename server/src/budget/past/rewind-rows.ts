import { type Content, type Facts, type LoggedChange, rewind } from '@andel/schema/history'
import { ref } from '@mikro-orm/core'
import { toGlobalId, ownId } from '../../connection/global-id.ts'
import type { Municipality } from '../../municipality/municipality.entity.ts'
import type { Budget } from '../budget.entity.ts'
import type { Rows } from '../load-sheets.ts'
import { keyFromLog, lineFromLog, participationFromLog } from './from-log.ts'
import type { BudgetMoment, PastBudget } from './past-budget.ts'
import { factsOf } from './standing-rows.ts'

/** A change, as far as taking it back needs it. */
type TakenBack = Omit<LoggedChange, 'after'>

/**
 * What stood of a budget before some changes, without population figures.
 *
 * @param rows - as they stand now
 * @param changes - since then, newest first: of the budget, its keys, its lines and the participations of its joint service; the
 *   oldest of each field is enough
 * @returns undefined when there was no budget
 */
export function rewindFacts(rows: Rows, changes: readonly TakenBack[]): Facts | undefined {
  const facts = factsOf(rows)
  for (const { entity, entityId, version, field, before } of changes)
    rewind(facts, { entity, entityId, version, field, before, after: undefined })
  const budget = facts.get(rows.budget.globalId)
  // a budget is created with its keys, one change after the other
  return facts.has(String(budget?.content['defaultKey'])) ? facts : undefined
}

/** Codes of the municipalities that facts name. */
export function codesIn(facts: Facts): string[] {
  const codes = [...facts.values()].flatMap(({ entity, content }) =>
    entity === 'Participation' ? content['municipality'] : (content['named'] ?? []),
  )
  return [...new Set(codes as string[])]
}

/** Facts as the rows that they were, without population figures. */
export function rowsOf(
  facts: Facts,
  now: Rows,
  moment: BudgetMoment,
  municipalities: ReadonlyMap<string, Municipality>,
): Rows {
  const all = (entity: string): Told[] =>
    [...facts]
      .filter(([, fact]) => fact.entity === entity)
      .map(([id, fact]) => ({ ...fact, id: ownId(id, entity) }))
  const budget = ref(now.budget)
  const keys = all('DistributionKey').map((key) => keyFromLog(key, budget, municipalities))
  const refs = new Map(keys.map((key) => [key.id, ref(key)]))
  const agreement = toGlobalId('Agreement', now.agreement.id)
  const content = facts.get(now.budget.globalId)!.content
  const defaultKey = refs.get(ownId(String(content['defaultKey']), 'DistributionKey'))!
  return {
    ...now,
    budget: pastBudget(now.budget, content, moment, defaultKey),
    keys: keys.toSorted(byName),
    lines: all('BudgetLine').map((line) => lineFromLog(line, budget, refs)),
    participations: all('Participation')
      .filter(({ content: { agreement: of = agreement } }) => of === agreement)
      .map((one) => participationFromLog(one, now.agreement, municipalities)),
    sequence: moment.sequence,
  }
}

interface Told {
  readonly id: string
  readonly version: number
  readonly content: Content
}

/** As a budget is told: no entity, which could be stored. */
function pastBudget(
  { id, globalId, jointService, agreement }: Budget,
  content: Content,
  asOf: BudgetMoment,
  defaultKey: Budget['defaultKey'],
): PastBudget {
  const { year, title, state } = content as unknown as Budget
  const { sequence: stands } = asOf
  return { id, globalId, jointService, agreement, year, title, state, defaultKey, asOf, stands }
}

interface Named {
  readonly name: string
  readonly id: string
}

/** As keys are read. */
function byName(a: Named, b: Named): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : 1
}
