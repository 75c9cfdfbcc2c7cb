import type { BudgetChangeFilter } from '@andel/schema/operations'
import { formulaOf } from '../../budget/sheet/formulas.ts'
import type { SheetVoice } from '../../budget/useVoice.ts'
import { changeKinds, type ChangeKind } from '../batch-words.ts'
import { storedReason } from './stored-reason.ts'

/** What is selected of a history: texts, empty for what does not limit; days as "2022-06-03". */
export interface Selection {
  /** Global id of a person. */
  readonly who: string
  readonly kind: ChangeKind | ''
  /** Global id of a line. */
  readonly line: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

/** As they stand in addresses, which are Swedish in every language. Never changed: links are kept. */
const names = {
  who: 'vem',
  kind: 'slag',
  line: 'rad',
  from: 'fran',
  to: 'till',
  reason: 'skal',
} as const satisfies Record<keyof Selection, string>

const fields = Object.keys(names) as (keyof Selection)[]

/** The selection that the query of an address asks for. */
export function readSelection(query: Readonly<Record<string, unknown>>): Selection {
  const asked = Object.fromEntries(
    fields.map((field) => [field, String(query[names[field]] ?? '')]),
  ) as Record<keyof Selection, string>
  const kind = changeKinds.find((one) => one === asked.kind) ?? ''
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '')
  return { ...asked, kind, from: day(asked.from), to: day(asked.to) }
}

/** A selection as it stands in an address. */
export function writeSelection(selection: Selection): Record<string, string> {
  const said = fields.filter((field) => selection[field] !== '')
  return Object.fromEntries(said.map((field) => [names[field], selection[field]]))
}

const lineFields = [
  'section',
  'description',
  'workload',
  'months',
  'monthlyCost',
  'amount',
  'keyId',
  'moneySource',
  'kind',
  'note',
  'decision',
  'excluded',
  'openedTo',
  ...Object.values(formulaOf),
]

const ofKind: Readonly<Record<ChangeKind, BudgetChangeFilter>> = {
  cells: { entities: ['BudgetLine'], fields: lineFields },
  added: { entities: ['BudgetLine'], fields: ['+'] },
  removed: { entities: ['BudgetLine'], fields: ['-'] },
  moved: { entities: ['BudgetLine'], fields: ['place'] },
  populations: { entities: ['PopulationFigure'] },
  keys: { entities: ['DistributionKey'] },
  others: { entities: ['Agreement', 'Budget', 'Participation'] },
}

/** The filter of the API for a selection. A day begins and ends where the reader is. */
export function filterOf(selection: Selection, t: SheetVoice['t']): BudgetChangeFilter {
  const { who, kind, line, from, to, reason } = selection
  return {
    ...(kind && ofKind[kind]),
    ...(who && { actors: [who] }),
    ...(line && { entityIds: [line] }),
    ...(from && { from: new Date(`${from}T00:00:00.000`).toISOString() }),
    ...(to && { to: new Date(`${to}T23:59:59.999`).toISOString() }),
    ...(reason.trim() && { reasonContains: storedReason(reason, t) }),
  }
}
