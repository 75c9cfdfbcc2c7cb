import { type Cell, valueOf } from '../file/cell.ts'
import { BudgetColumn } from './budget-column.ts'

/** Words that headings of each column begin with, in Swedish and English; lower case, longest first where it matters. */
const words: Readonly<Record<BudgetColumn, readonly string[]>> = {
  [BudgetColumn.DESCRIPTION]: [
    'benämning',
    'beskrivning',
    'rubrik',
    'kontotext',
    'kostnadsslag',
    'post',
    'rad',
    'text',
    'vad',
    'description',
    'item',
    'line',
    'name',
  ],
  [BudgetColumn.SECTION]: [
    'avsnitt',
    'grupp',
    'kategori',
    'område',
    'section',
    'group',
    'category',
    'area',
  ],
  [BudgetColumn.KIND]: ['typ', 'slag', 'kostnad/intäkt', 'type', 'kind', 'cost/revenue'],
  [BudgetColumn.WORKLOAD]: [
    'tjänster',
    'antal tjänster',
    'tjänstgöringsgrad',
    'årsarbetare',
    'åa',
    'posts',
    'workload',
    'fte',
    'full-time',
  ],
  [BudgetColumn.MONTHS]: ['mån', 'antal mån', 'months', 'month'],
  [BudgetColumn.MONTHLY_COST]: [
    'kr/mån',
    'tkr/mån',
    'tkr per mån',
    'kr per mån',
    'månadskostnad',
    'kostnad/mån',
    'kostnad per mån',
    'månadslön',
    'kr/month',
    'monthly cost',
    'cost per month',
    'cost/month',
  ],
  [BudgetColumn.AMOUNT]: [
    'belopp',
    'budget',
    'kronor',
    'kr',
    'kostnad',
    'totalt',
    'summa',
    'årskostnad',
    'amount',
    'cost',
    'total',
    'sek',
    'tkr',
    'kkr',
    'tsek',
    'ksek',
    'mnkr',
    'mkr',
    'msek',
  ],
  [BudgetColumn.MONEY_SOURCE]: ['medel', 'finansiering', 'money', 'funding', 'source of money'],
  [BudgetColumn.NOTE]: [
    'anteckning',
    'anmärkning',
    'kommentar',
    'notering',
    'note',
    'comment',
    'remark',
  ],
  [BudgetColumn.DECISION]: ['beslut', 'decision'],
}

/** What a heading seems to say; undefined when no word is known. The longest word that it begins with decides. */
export function guessColumn(heading: string): BudgetColumn | undefined {
  const text = heading.trim().toLowerCase().replace(/\s+/g, ' ')
  const found = Object.entries(words).flatMap(([column, all]) =>
    all
      .filter(
        (word) => text === word || (text.startsWith(word) && !/[\p{L}\d]/u.test(endOf(text, word))),
      )
      .map((word) => ({ column: column as BudgetColumn, length: word.length })),
  )
  return found.toSorted((a, b) => b.length - a.length)[0]?.column
}

/** The character after a word, unless the word is cut short on purpose ("mån", "kostnad/mån"). */
const endOf = (text: string, word: string): string =>
  word.endsWith('mån') ? '' : (text[word.length] ?? '')

const lookedAt = 30

/** The row that most looks like headings among the first 30: most known words, then most texts. -1 for none. */
export function guessHeadings(rows: readonly (readonly Cell[])[]): number {
  let best = { row: -1, score: 1 }
  for (const [row, cells] of rows.slice(0, lookedAt).entries()) {
    const texts = cells.map(valueOf).filter((value) => typeof value === 'string' && value !== '')
    const known = new Set(texts.map((text) => guessColumn(String(text))).filter(Boolean))
    const score = known.size * 10 + texts.length / 100
    if (known.size >= 2 && score > best.score) best = { row, score }
  }
  return best.row
}

/**
 * One column for each meaning: the first heading that says it, among years of amounts the newest. A column of row
 * numbers is a description only when no other column can be one.
 */
export function guessMapping(headings: readonly string[]): Map<number, BudgetColumn> {
  const guesses = headings.map((heading, index) => ({
    index,
    heading,
    column: guessColumn(heading),
    isRowNumber: rowNumber.test(heading.trim()),
  }))
  const isSpoken = guesses.some(
    ({ heading, column, isRowNumber }) =>
      !isRowNumber &&
      (column === BudgetColumn.DESCRIPTION || (column === undefined && heading.trim() !== '')),
  )
  const mapping = new Map<number, BudgetColumn>()
  for (const column of Object.values(BudgetColumn)) {
    const said = guesses.filter((one) => one.column === column && !(one.isRowNumber && isSpoken))
    const chosen = newestOf(said)
    if (chosen) mapping.set(chosen.index, column)
  }
  return new Map([...mapping].toSorted(([a], [b]) => a - b))
}

const rowNumber = /^(?:rad|nr|line|no|row)[\s.-]*(?:nr|no|nummer|number)?\.?$/i

/** The first, unless it names a year and another a later one. */
function newestOf<T extends { readonly heading: string }>(said: readonly T[]): T | undefined {
  const [first] = said
  if (!first || yearIn(first.heading) === 0) return first
  return said.reduce((best, one) => (yearIn(one.heading) > yearIn(best.heading) ? one : best))
}

const yearIn = (heading: string): number =>
  Number(/(?<!\d)(?:19|20)\d\d(?!\d)/.exec(heading)?.[0] ?? 0)
