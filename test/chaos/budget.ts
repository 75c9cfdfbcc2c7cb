import { randomUUID } from 'node:crypto'
import type { EditBudgetInput } from '@andel/schema/operations'
import type { Visitor } from '../visitor.ts'

const read = `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id sequence sumOk
  lines { id version description note decision typedAmount } } } }`
const edit = `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied replayed
  conflicts { field currentVersion current } problems { code } } }`
const log = `query ($id: ID!, $after: Int!) { budget(id: $id) { changes(afterSequence: $after, first: 1000) {
  nodes { sequence batch entityId field before after } } } }`

/** A line of the budget that the faults are made on. */
export interface Line {
  readonly id: string
  readonly version: number
  readonly description: string
  readonly note: string
  readonly decision: string
  readonly typedAmount: string | null
}

/** The budget of the demo as somebody reads it. */
export interface Standing {
  readonly id: string
  readonly sequence: number
  readonly sumOk: boolean
  readonly lines: readonly Line[]
}

/** A change as the log of the budget tells it. */
export interface Logged {
  readonly sequence: number
  readonly batch: string
  readonly entityId: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

interface Answered {
  readonly applied: boolean
  readonly replayed: boolean
  readonly conflicts: readonly { readonly field: string }[]
  readonly problems: readonly { readonly code: string }[]
}

export async function readBudget(office: Visitor): Promise<Standing> {
  const { data } = await office.send<{ jointService: { budget: Standing } }>(read)
  return data.jointService.budget
}

/** Every change after a sequence, in order. */
export async function readLog(office: Visitor, id: string, after: number): Promise<Logged[]> {
  const all: Logged[] = []
  for (let from = after; ;) {
    const { data } = await office.send<{ budget: { changes: { nodes: Logged[] } } }>(log, {
      id,
      after: from,
    })
    const { nodes } = data.budget.changes
    all.push(...nodes)
    if (nodes.length < 1000) return all
    from = nodes.at(-1)!.sequence
  }
}

/** Sends an edit. @returns undefined when nobody answered, or an error without a verdict: it may be stored or not */
export async function sendEdit(
  office: Visitor,
  input: EditBudgetInput,
): Promise<Answered | undefined> {
  try {
    const { data, errors } = await office.send<{ editBudget: Answered } | null>(edit, { input })
    return errors || !data ? undefined : data.editBudget
  } catch {
    return undefined
  }
}

/** Adds lines to the budget: one for each editor, and the one that all of them count on. */
export async function addLines(office: Visitor, count: number): Promise<readonly Line[]> {
  const { id, lines: before } = await readBudget(office)
  const fields = (number: number): object => ({ description: `Chaos ${number}`, amount: '0.00' })
  const edits = Array.from({ length: count }, (_, number) => ({
    addLine: { fields: fields(number) },
  }))
  const input = { budgetId: id, clientMutationKey: randomUUID(), edits } as EditBudgetInput
  const answer = await sendEdit(office, input)
  if (!answer?.applied) throw new Error('The lines could not be added.')
  return (await readBudget(office)).lines.slice(before.length)
}
