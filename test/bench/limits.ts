import { Api } from '../api/api.ts'
import { median } from './arithmetic/median.ts'
import { documents } from './limits/documents.ts'
import type { Row, Table } from './table.ts'

const rounds = 25
const most = 50 // ms

/** What a document may cost before it is carried out, when it stays just within the limits. */
export const limits: Table = {
  name: 'limits',
  title: 'Parsing and validating documents just within the limits, ms',

  async run() {
    await using api = await Api.start({ demo: false })
    const rows: Row[] = []
    let worst = 0
    for (const [name, source] of Object.entries(documents)) {
      const taken = Array.from({ length: rounds }, (_, round) =>
        prepare(api, `${source}\n#${round}`),
      )
      const told = taken.map(({ ms }) => ms)
      const middle = median(told)
      worst = Math.max(worst, middle)
      rows.push({
        labels: [name, taken[0]!.answer],
        cells: { 'first time': { ms: told[0]! }, median: { ms: middle } },
      })
    }
    return {
      labels: ['document', ''],
      subjects: ['median', 'first time'],
      rows,
      goals: [{ text: `the slowest takes at most ${most} ms`, kept: worst <= most }],
      notes: [
        `Medians of ${rounds}, each time anew; an operation that is asked again is kept prepared.`,
        'Nothing of another kind was found to take longer: test/attack/fuzz-documents.test.ts searches on by chance.',
      ],
    }
  },
}

function prepare({ app }: Api, source: string): { ms: number; answer: string } {
  const begun = performance.now()
  let answer = 'taken'
  try {
    app.execution.prepare(source, { suggestions: true })
  } catch (errors) {
    const [first] = errors as Error[]
    if (first!.message.startsWith('DOCUMENT_LIMIT')) throw first! // it is no longer just within
    answer = 'refused by GraphQL'
  }
  return { ms: performance.now() - begun, answer }
}
