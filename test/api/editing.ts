import { randomUUID } from 'node:crypto'
import type { Api, Loose } from './api.ts'

const sheet = `
  id sequence total difference
  keys { id version name shareStep residualRule bases { kind percent on } }
  populations { on revision inhabitants source quality municipality { code } }
  lines { id version section description workload workloadFormula months monthsFormula monthlyCost
    monthlyCostFormula typedAmount amountFormula amount note decision moneySource
    excluded { code } key { id name } fault { code }
    shares { municipality { code } share amount } }`

const edit = `mutation ($input: EditBudgetInput!) { editBudget(input: $input) {
  applied replayed budget { ${sheet} }
  changes { sequence at actor entity entityId field before after batch reason }
  problems { edit entityId field code message }
  conflicts { edit entityId field basedOnVersion currentVersion yours current changedBy changedAt } } }`

/** The demo's budget as it now stands. */
export async function readSheet(api: Api): Promise<Loose> {
  const { jointService } = await api.data(
    `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { ${sheet} } } }`,
  )
  return jointService.budget
}

/** Sends edits of the demo's budget. */
export async function sendEdits(
  api: Api,
  edits: object[],
  clientMutationKey: string = randomUUID(),
  reason?: string,
): Promise<Loose> {
  const { id } = await readSheet(api)
  const input = { budgetId: id, clientMutationKey, edits, reason }
  return (await api.data(edit, { input })).editBudget
}

/** The code with which edits are refused altogether. */
export async function codeOfEdits(api: Api, input: object): Promise<string | undefined> {
  const { id } = await readSheet(api)
  return api.code(edit, {
    input: { budgetId: id, clientMutationKey: randomUUID(), edits: [], ...input },
  })
}

export async function lineNamed(api: Api, description: string): Promise<Loose> {
  return (await readSheet(api)).lines.find((line: Loose) => line.description === description)
}
