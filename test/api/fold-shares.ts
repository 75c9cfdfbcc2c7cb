import type { Api, Loose } from './api.ts'

/** A share, or a line, with everything it can be chosen and grouped by. Money in öre. */
export interface Row {
  readonly id: string
  readonly amount: bigint
  readonly lineAmount: bigint
  readonly difference: bigint
  readonly workload: number
  readonly line: Loose
  readonly budget: Loose
  readonly position: number
  /** Empty for a line. */
  readonly code: string
  readonly municipality: Loose
}

const whole = `{ budgets(first: 1000) { nodes { id year state jointService { slug name }
  lines { id description note decision section kind moneySource workload amount difference key { id name }
    shares { id amount municipality { code name county { code } } } } } } }`

export const ore = (money: string): bigint => BigInt(money.replace('.', ''))

/** All lines and shares, read budget by budget: what lists, sums and groups are compared with. */
export async function readRows(api: Pick<Api, 'data'>): Promise<{ lines: Row[]; shares: Row[] }> {
  const { budgets } = await api.data(whole)
  const lines: Row[] = []
  const shares: Row[] = []
  for (const budget of budgets.nodes) {
    for (const [position, line] of budget.lines.entries()) {
      const common = {
        line,
        budget,
        position,
        lineAmount: ore(line.amount),
        difference: ore(line.difference),
        workload: line.workload ?? 0,
      }
      lines.push({
        ...common,
        id: line.id,
        amount: common.lineAmount,
        code: '',
        municipality: null,
      })
      for (const { id, amount, municipality } of line.shares)
        shares.push({ ...common, id, amount: ore(amount), code: municipality.code, municipality })
    }
  }
  return { lines: lines.toSorted(inOrder), shares: shares.toSorted(inOrder) }
}

const byName = new Intl.Collator('sv').compare
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of a list when none is asked for. */
function inOrder(a: Row, b: Row): number {
  return (
    byName(a.budget.jointService.name, b.budget.jointService.name) ||
    b.budget.year - a.budget.year ||
    a.position - b.position ||
    byCode(a.code, b.code)
  )
}

/** Conditions in the API's words, and what they mean. */
export const filters: readonly (readonly [string, (row: Row) => boolean])[] = [
  ['', () => true],
  [
    'jointServiceSlugs: ["ol", "zon"]',
    ({ budget }) => ['ol', 'zon'].includes(budget.jointService.slug),
  ],
  [
    'years: [2023], fromAmount: "-100.00"',
    (row) => row.budget.year === 2023 && row.amount >= -10000n,
  ],
  [
    'fromYear: 2022, toYear: 2022, toAmount: "100000.00"',
    (row) => row.budget.year === 2022 && row.amount <= 10000000n,
  ],
  ['states: [DRAFT]', ({ budget }) => budget.state === 'DRAFT'],
  ['sections: ["", "Övrigt"]', ({ line }) => ['', 'Övrigt'].includes(line.section)],
  [
    'keyNames: ["Ensam"], hasDifference: true',
    (row) => row.line.key.name === 'Ensam' && row.difference !== 0n,
  ],
  [
    'hasDifference: false, kinds: [REVENUE]',
    (row) => row.difference === 0n && row.line.kind === 'REVENUE',
  ],
  [
    'moneySources: [NEW_MONEY], hasDecision: true',
    ({ line }) => line.moneySource === 'NEW_MONEY' && line.decision !== '',
  ],
  ['hasDecision: false', ({ line }) => line.decision === ''],
  ['textContains: "beslut Ö"', ({ line }) => line.note.includes('Beslut Ö')],
  ['textContains: "50 % TJ"', ({ line }) => line.description.includes('50 % tj')],
  ['textContains: "a_d"', ({ line }) => line.description.includes('a_d')],
  ['textContains: "o\'hara"', () => false],
  ['years: []', () => false],
  ['budgetIds: ["nobody"], lineIds: ["QnVkZ2V0TGluZTpub2JvZHk"]', () => false],
]

/** What is grouped by, in the API's words: the enum value, how the group shows it, and what it is. */
export const groupFields = {
  MUNICIPALITY: ['municipality { code }', (row: Row) => ({ municipality: { code: row.code } })],
  COUNTY: ['county { code }', (row: Row) => ({ county: row.municipality.county })],
  YEAR: ['year', (row: Row) => ({ year: row.budget.year })],
  JOINT_SERVICE: [
    'jointService { slug }',
    (row: Row) => ({ jointService: { slug: row.budget.jointService.slug } }),
  ],
  BUDGET: ['budget { id }', (row: Row) => ({ budget: { id: row.budget.id } })],
  BUDGET_STATE: ['budgetState', (row: Row) => ({ budgetState: row.budget.state })],
  SECTION: ['section', (row: Row) => ({ section: row.line.section })],
  KEY: ['keyName', (row: Row) => ({ keyName: row.line.key.name })],
  MONEY_SOURCE: ['moneySource', (row: Row) => ({ moneySource: row.line.moneySource })],
  KIND: ['kind', (row: Row) => ({ kind: row.line.kind })],
} as const
export type GroupField = keyof typeof groupFields

export const aggregateFields = 'aggregate { count amount { sum min max average } }'

export function kronor(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The aggregate of some rows, as the API gives it. */
export function aggregateOf(rows: readonly Row[]): object {
  const amounts = rows.map(({ amount }) => amount).toSorted((a, b) => (a < b ? -1 : 1))
  const sum = amounts.reduce((all, amount) => all + amount, 0n)
  const some = rows.length > 0
  return {
    count: rows.length,
    amount: {
      sum: kronor(sum),
      min: some ? kronor(amounts[0]!) : null,
      max: some ? kronor(amounts.at(-1)!) : null,
      average: some ? kronor(average(sum, BigInt(rows.length))) : null,
    },
  }
}

/** Half away from zero: by thirds of whole numbers, unlike the product's own way. */
export function average(sum: bigint, count: bigint): bigint {
  const size = sum < 0n ? -sum : sum
  const down = size / count
  const up = 2n * (size - down * count) >= count ? down + 1n : down
  return sum < 0n ? -up : up
}

/** Groups of some rows, by the JSON of what they have in common. */
export function groupsOf(rows: readonly Row[], fields: readonly GroupField[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) =>
    JSON.stringify(Object.assign({}, ...fields.map((field) => groupFields[field][1](row)))),
  )
}
