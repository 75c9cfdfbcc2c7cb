import { randomUUID } from 'node:crypto'
import type { Visitor } from '../visitor.ts'
import type { Loose } from './api.ts'

const read = `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id sequence
  lines { id version description note decision }
  changes(last: 1000) { nodes { sequence batch } } } } }`
const edit = `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }`

/** Adds a line, and writes the same mark in two fields of another: half of it would show. */
function batch(budgetId: string, line: Loose, mark: string): object {
  const fields = { note: mark, decision: mark }
  const edits = [
    { addLine: { fields: { description: mark, amount: '1.00' } } },
    { setLine: { lineId: line.id, version: line.version, fields } },
  ]
  return { input: { budgetId, clientMutationKey: mark, edits } }
}

/** The budget of the demo, edited on every line at once, again as soon as an edit is answered. */
export class EditStorm {
  /** Marks of the edits that were answered, in that order. */
  readonly answered: string[] = []
  private going = true
  private writers: Promise<void>[] = []

  private constructor(private readonly office: Visitor) {}

  static async start(office: Visitor): Promise<EditStorm> {
    const { id, lines } = await readBudget(office)
    const storm = new EditStorm(office)
    storm.writers = lines.map((line: Loose) => storm.write(id, line))
    return storm
  }

  /** Returns when so many more edits have been answered. */
  async more(count: number): Promise<void> {
    const wanted = this.answered.length + count
    while (this.answered.length < wanted) await new Promise((resolve) => setImmediate(resolve))
  }

  /** Returns when the last edit has been answered, or the server is gone. */
  async end(): Promise<void> {
    this.going = false
    await Promise.all(this.writers)
  }

  private async write(budgetId: string, { id, version: loaded }: Loose): Promise<void> {
    for (let version = loaded; this.going; version++) {
      const mark = randomUUID()
      const answer = this.office.send<Loose>(edit, batch(budgetId, { id, version }, mark))
      const applied = await answer.then(
        ({ data }) => data.editBudget.applied,
        () => undefined,
      )
      if (applied === undefined) return // the server is gone, and the answer with it
      if (!applied) throw new Error('An edit was refused.')
      this.answered.push(mark)
    }
  }
}

async function readBudget(office: Visitor): Promise<Loose> {
  return (await office.send<Loose>(read)).data.jointService.budget
}

/** How edits of a storm came to be stored. */
interface Stored {
  /** Descriptions of all lines. */
  readonly lines: readonly string[]
  /** What there is of an edit that is not whole. */
  readonly halves: readonly unknown[]
}

export async function storedEdits(office: Visitor): Promise<Stored> {
  const { lines, changes } = await readBudget(office)
  const descriptions = lines.map((line: Loose) => line.description)
  const batches = Map.groupBy(changes.nodes as Loose[], (change) => change.batch)
  const halves = [
    ...lines.filter((line: Loose) => line.note !== line.decision && isMark(line.note)),
    ...[...batches].filter(([mark, all]) => descriptions.includes(mark) && all.length !== 3),
  ]
  return { lines: descriptions, halves }
}

const isMark = (text: string): boolean => /^[\da-f]{8}-/.test(text)
