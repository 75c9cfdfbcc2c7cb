import { randomUUID } from 'node:crypto'
import type { Api, Loose } from './api.ts'

/** Numbers that look like chance and are the same each time. */
export function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}
export type Chance = ReturnType<typeof chanceFrom>

const sections = ['', 'Personal', 'Övrigt', 'Ärenden', 'ålderdom', 'Zoner']
const words = ['Handläggare', 'resor & möten', 'Öppna_data', '50 % tjänst', 'Åre', 'ÉVA', 'IT']
const parties = ['2303', '2305', '2309', '2313', '2321', '2361', '2380']
const services = [
  ['ol', 'Öl och mat'],
  ['arlig', 'Ärlig samverkan'],
  ['zon', 'Zonräddning'],
]

/** Joint services beside the demo's, with budgets of several years, keys of every rule, and lines by chance. */
export async function addBudgets(api: Api, chance: Chance, linesEach = 8): Promise<void> {
  for (const [index, [slug, name]] of services.entries()) {
    await addService(api, slug!, name!, parties.slice(0, 4 + index))
    await grantToCoordinator(api, slug!)
  }
  for (const [index, [slug]] of services.entries()) {
    for (const year of [2022, 2023]) {
      const input = `{ jointServiceSlug: "${slug}", year: ${year}, title: "Budget ${year}" }`
      const { createBudget } = await api.data(
        `mutation { createBudget(input: ${input}) { budget { id } } }`,
      )
      await addLines(api, createBudget.budget.id, chance, linesEach, parties.slice(0, 4 + index))
    }
  }
}

/** A joint service, with an agreement as the demo's between some of its parties. Raw: there is no mutation for it. */
async function addService(api: Api, slug: string, name: string, codes: string[]): Promise<void> {
  const connection = api.app.orm.em.getConnection()
  const [service, agreement, key] = [randomUUID(), randomUUID(), randomUUID()]
  const copy = async (table: string, own: Record<string, string>, where: string) => {
    const columns = Object.keys((await connection.execute(`select * from ${table} limit 1`))[0]!)
    const values = columns.map((column) => own[column] ?? `"${column}"`)
    await connection.execute(
      `insert into ${table} (${columns.map((column) => `"${column}"`).join()})
       select ${values.join()} from ${table} where ${where}`,
    )
  }
  const demo = `(select id from joint_service where slug = 'familjehemscentrum')`
  const demoAgreement = `(select id from agreement where joint_service_id = ${demo})`
  const demoKey = `(select default_key_id from agreement where joint_service_id = ${demo})`
  await copy(
    'joint_service',
    { id: `'${service}'`, slug: `'${slug}'`, name: `'${name}'` },
    `id = ${demo}`,
  )
  await copy('distribution_key', { id: `'${key}'` }, `id = ${demoKey}`)
  await copy(
    'agreement',
    { id: `'${agreement}'`, joint_service_id: `'${service}'`, default_key_id: `'${key}'` },
    `id = ${demoAgreement}`,
  )
  for (const code of codes) {
    await copy(
      'participation',
      { id: `'${randomUUID()}'`, agreement_id: `'${agreement}'` },
      `agreement_id = ${demoAgreement} and municipality_code = '${code}'`,
    )
  }
}

/** What the co-ordinator of the demo may there, in another joint service as well. */
async function grantToCoordinator(api: Api, slug: string): Promise<void> {
  await api.app.orm.em.getConnection().execute(
    `insert into "grant" (id, person_id, role, joint_service_id, since)
     select '${randomUUID()}', person_id, role, (select id from joint_service where slug = '${slug}'), since
     from "grant" where role = 'COORDINATOR' limit 1`,
  )
}

const bases = [
  { kind: 'POPULATION', percent: 100, on: '2021-12-31' },
  { kind: 'EQUAL', percent: 100 },
]

function keys(codes: readonly string[]): object[] {
  const key = (
    name: string,
    basis: number,
    shareStep: string,
    amountStep: string,
    rule: string,
  ) => ({
    ...{ name, bases: [bases[basis]], shareStep, amountStep, residualRule: rule },
    ...(rule === 'NAMED' && { namedCode: codes[1] }),
  })
  return [
    key('Lika', 1, 'NONE', 'THOUSAND', 'LARGEST_REMAINDER'),
    key('Ensam', 0, 'TENTH', 'HUNDRED', 'EACH_ALONE'),
    key('Störst', 0, 'NONE', 'KRONA', 'LARGEST_SHARE'),
    key('Namngiven', 0, 'HUNDREDTH', 'TEN', 'NAMED'),
  ]
}

async function addLines(
  api: Api,
  budgetId: string,
  chance: Chance,
  count: number,
  codes: readonly string[],
): Promise<void> {
  await edit(
    api,
    budgetId,
    keys(codes).map((key) => ({ addKey: { key } })),
  )
  const { budget } = await api.data(`{ budget(id: "${budgetId}") { keys { id } } }`)
  const edits = Array.from({ length: count }, () => ({
    addLine: { fields: lineFields(chance, budget.keys, codes) },
  }))
  await edit(api, budgetId, edits)
}

function lineFields(chance: Chance, ofKeys: readonly Loose[], codes: readonly string[]): object {
  const pick = <T>(all: readonly T[]): T => all[chance(all.length)]!
  const figures =
    chance(3) === 0
      ? { workload: chance(400), months: String(chance(13)), monthlyCost: `${chance(70_000)}.50` }
      : { amount: `${chance(2_000_000) - 300_000}.${String(chance(100)).padStart(2, '0')}` }
  return {
    ...figures,
    keyId: pick(ofKeys).id,
    section: pick(sections),
    description: `${pick(words)} ${chance(20)}`,
    note: chance(4) === 0 ? 'Se Beslut Ö' : '',
    decision: chance(3) === 0 ? 'SocSam 2022-06-03 § 33' : '',
    kind: pick(['COST', 'COST', 'REVENUE']),
    moneySource: pick(['NEW_MONEY', 'WITHIN_FRAME']),
    // those named by a key must take part
    excluded: chance(5) === 0 ? [codes[0]!, codes[3]!] : [],
  }
}

/** Edits of one budget that must be accepted. */
export async function edit(api: Api, budgetId: string, edits: object[]): Promise<void> {
  const input = { budgetId, clientMutationKey: randomUUID(), edits }
  const { editBudget } = await api.data(
    `mutation ($input: EditBudgetInput!) { editBudget(input: $input) {
      applied problems { code message } conflicts { field } } }`,
    { input },
  )
  if (!editBudget.applied) throw new Error(JSON.stringify(editBudget))
}

/** A few edits of any budgets: amounts changed, lines removed, added and moved. */
export async function editByChance(api: Api, chance: Chance): Promise<void> {
  const { budgets } = await api.data(
    '{ budgets { nodes { id keys { id } participants { code } lines { id version } } } }',
  )
  for (let count = 0; count < 3; count++) {
    const { id, lines, keys: ofKeys, participants } = budgets.nodes[chance(budgets.nodes.length)]
    const codes = participants.map((one: Loose) => one.code)
    const line = lines.splice(chance(lines.length), 1)[0]
    if (!line) continue
    const fields = lineFields(chance, ofKeys, codes)
    const one = { lineId: line.id, version: line.version }
    await edit(
      api,
      id,
      [
        [{ setLine: { ...one, fields: { amount: `${chance(900_000)}.25`, monthlyCost: null } } }],
        [{ removeLine: one }],
        [{ addLine: { fields } }],
        [{ moveLine: { ...one, afterLineId: null } }],
      ][chance(4)]!,
    )
  }
}
