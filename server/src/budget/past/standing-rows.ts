import type { Content, Fact, Facts } from '@andel/schema/history'
import { participationAsJson } from '../../agreement/as-logged.ts'
import { toGlobalId } from '../../connection/global-id.ts'
import { budgetAsJson } from '../budget-as-json.ts'
import { keyAsJson } from '../edit/key-edits.ts'
import { lineAsJson } from '../edit/write-fields.ts'
import type { Rows } from '../load-sheets.ts'

/** A budget and what it rests on as the log would tell of them, by global id; without population figures. */
export function factsOf({ budget, lines, keys, participations }: Rows): Facts {
  const facts: Facts = new Map()
  const add = (entity: string, id: string, version: number, content: Content): unknown =>
    facts.set(toGlobalId(entity, id), { entity, owner: null, version, content } satisfies Fact)
  add('Budget', budget.id, 1, budgetAsJson(budget))
  for (const key of keys) add('DistributionKey', key.id, key.version, keyAsJson(key))
  for (const line of lines) add('BudgetLine', line.id, line.version, lineAsJson(line))
  for (const one of participations) add('Participation', one.id, 1, participationAsJson(one))
  return facts
}
