import { raw } from '@mikro-orm/core'
import type { Actor } from '../access/actor.ts'
import { servicesWhere } from '../access/can.ts'
import { lookedFor } from '../connection/conditions.ts'
import { ownIdIfAny } from '../connection/global-id.ts'
import type { BudgetLineFilter, CostShareFilter, LineConditions } from './line-filter.ts'
import { searchedText } from './order-key.ts'
import {
  type Join,
  type Part,
  type Source,
  anyOf,
  lineSource,
  part,
  shareSource,
} from './statement.ts'

/** The conditions of a filter of lines. */
export function lineConditions(actor: Actor, filter: BudgetLineFilter | null | undefined): Part[] {
  if (!filter) return readableRows(actor)
  const { municipalityCodes, hasFault } = filter
  return [
    ...readableRows(actor),
    ...commonConditions(filter, lineSource),
    ...given(municipalityCodes, (codes) => bearing(codes)),
    ...given(hasFault, (has) => part(`f.fault is ${has ? 'not null' : 'null'}`)),
  ]
}

/** The conditions of a filter of shares. */
export function shareConditions(actor: Actor, filter: CostShareFilter | null | undefined): Part[] {
  if (!filter) return readableRows(actor)
  const { municipalityCodes, countyCodes } = filter
  return [
    ...readableRows(actor),
    ...commonConditions(filter, shareSource),
    ...given(municipalityCodes, (codes) => anyOf('s.municipality_code', codes.map(plain))),
    ...given(countyCodes, (codes) => anyOf('m.county_code', codes.map(plain), 'm')),
  ]
}

/** The filter on reading, for rows of lines and shares. */
function readableRows(actor: Actor): Part[] {
  const services = servicesWhere(actor, 'budget.read')
  return services === undefined ? [] : [anyOf('b.joint_service_id', services, 'b')]
}

function commonConditions(filter: LineConditions, source: Source): Part[] {
  return [
    ...given(filter.jointServiceSlugs, (slugs) =>
      among('b.joint_service_id', 'joint_service', 'slug', slugs, 'b'),
    ),
    ...given(filter.years, (years) => anyOf('b.year', years, 'b')),
    ...given(filter.fromYear, (year) => part(`b.year >= ${year}`, 'b')),
    ...given(filter.toYear, (year) => part(`b.year <= ${year}`, 'b')),
    ...given(filter.budgetIds, (ids) => anyOf(source.budgetId, ownIds(ids, 'Budget'))),
    ...given(filter.states, (states) => anyOf('b.state', states, 'b')),
    ...given(filter.lineIds, (ids) => anyOf(source.lineId, ownIds(ids, 'BudgetLine'))),
    ...given(filter.sections, (names) => anyOf('l.section', names.map(plain), 'l')),
    ...given(filter.keyNames, (names) => anyOf('k.name', names.map(plain), 'k')),
    ...given(filter.keyIds, (ids) => anyOf('l.key_id', ownIds(ids, 'DistributionKey'), 'l')),
    ...given(filter.moneySources, (sources) => anyOf('l.money_source', sources, 'l')),
    ...given(filter.kinds, (kinds) => anyOf('l.kind', kinds, 'l')),
    ...given(filter.fromAmount, (amount) => part(`${source.amount} >= ${amount}`)),
    ...given(filter.toAmount, (amount) => part(`${source.amount} <= ${amount}`)),
    ...given(filter.textContains, (text) => containing(text)),
    ...given(filter.hasDecision, (has) => part(`trim(l.decision) ${has ? '<>' : '='} ''`, 'l')),
    ...given(filter.hasDifference, (has) => part(`f.difference ${has ? '<>' : '='} 0`, 'f')),
  ]
}

function given<T>(value: T | null | undefined, condition: (value: T) => Part): Part[] {
  return value === null || value === undefined ? [] : [condition(value)]
}

/** Rows that refer to one of those with some names. */
function among(
  column: string,
  table: string,
  name: string,
  values: readonly string[],
  ...needs: Join[]
): Part {
  const named = anyOf(name, values.map(plain))
  return { needs, sql: raw(`${column} in (select id from ${table} where ?)`, [named.sql]) }
}

function bearing(codes: readonly string[]): Part {
  const borne = anyOf('s.municipality_code', codes.map(plain))
  const own = 's.line_id = f.line_id'
  return {
    needs: [],
    sql: raw(`exists (select 1 from cost_share s where ${own} and ?)`, [borne.sql]),
  }
}

function containing(text: string): Part {
  const pattern = `%${searchedText(lookedFor(text)).replace(/[!%_]/g, '!$&')}%`
  return { needs: ['f'], sql: raw(`f.searched like ? escape '!'`, [pattern]) }
}

/** Own ids behind global ids; what is none of the type is nobody's. */
function ownIds(globalIds: readonly string[], type: string): string[] {
  return globalIds.flatMap((id) => {
    const own = ownIdIfAny(id, type)
    return own && uuid.test(own) ? [own] : []
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** No database has a text with a zero in it. */
function plain(text: string): string {
  return text.replaceAll('\u0000', '')
}
