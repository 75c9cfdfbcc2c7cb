import type { BudgetPicturesQuery } from '@andel/schema/operations'
import { formatKronor, parseKronor } from '@andel/schema/money'
import { swedishOrder } from '../text/swedish-order.ts'
import { addUp, percentOf } from './amounts.ts'
import { foldRest } from './fold-rest.ts'
import type { Column } from './geometry/stacks.ts'
import type { PicturedService, Told, Words } from './picture.ts'
import { restName } from './shares-picture.ts'

/** Names that fit beside the columns. */
const layersAtMost = 8

export interface YearsPicture extends Told {
  /** From the bottom up. */
  readonly layers: readonly { readonly id: string; readonly name: string }[]
  readonly columns: readonly (Column & { readonly total: string })[]
}

interface Bearer {
  readonly code: string
  readonly name: string
  /** Öre by year; none in a year without a share. */
  readonly byYear: ReadonlyMap<number, number>
}

/** What each municipality bore of every budget of a joint service. */
export function yearsPicture(
  { budgets }: Pick<PicturedService, 'budgets'>,
  groups: BudgetPicturesQuery['byYear']['groupBy'],
  words: Words,
): YearsPicture {
  const { t, counted, money } = words
  const shared = new Set(groups.map(({ year }) => year))
  const inOrder = budgets.filter(({ year }) => shared.has(year)).toSorted((a, b) => a.year - b.year)
  const empty = budgets.filter(({ year }) => !shared.has(year)).map(({ year }) => year)
  const years = inOrder.map(({ year }) => year)
  const bearers = largestFirst(bearersOf(groups))
  const { named, rest } = foldRest(bearers, layersAtMost)
  const sizeIn = (year: number) => (bearer: Bearer) => bearer.byYear.get(year) ?? 0
  const hasDifference = inOrder.some(({ difference }) => parseKronor(difference) !== 0)
  const cells = (first: string, amounts: readonly (number | undefined)[]) =>
    [
      first,
      ...amounts.map((amount) => (amount === undefined ? '–' : money(formatKronor(amount)))),
    ].map((text) => ({ text }))
  return {
    layers: [
      ...named.map(({ code, name }) => ({ id: code, name })),
      ...(rest.length ? [{ id: 'rest', name: restName(rest.length, words) }] : []),
    ],
    columns: inOrder.map(({ year, total }) => ({
      id: String(year),
      total: money(total),
      sizes: [...named.map(sizeIn(year)), ...(rest.length ? [addUp(rest.map(sizeIn(year)))] : [])],
    })),
    summary: yearsInWords(inOrder, bearers, words),
    notes: [
      ...(years.length > 1 ? [t('pictures.years.order')] : []),
      ...(empty.length
        ? [counted('pictures.years.empty', empty.length, { years: empty.toSorted().join(', ') })]
        : []),
    ],
    table: {
      heads: [t('pictures.municipality'), ...years.map(String)],
      words: 1,
      rows: bearers.map(({ code, name, byYear }) => ({
        id: code,
        cells: cells(
          name,
          years.map((year) => byYear.get(year)),
        ),
      })),
      foot: [
        ...(hasDifference
          ? [
              {
                id: 'difference',
                cells: cells(
                  t('pictures.difference'),
                  inOrder.map(({ difference }) => parseKronor(difference)),
                ),
              },
            ]
          : []),
        {
          id: 'sum',
          cells: cells(
            t('pictures.sum'),
            inOrder.map(({ total }) => parseKronor(total)),
          ),
        },
      ],
    },
  }
}

function bearersOf(groups: BudgetPicturesQuery['byYear']['groupBy']): Bearer[] {
  const found = new Map<string, Bearer & { byYear: Map<number, number> }>()
  for (const { municipality, year, aggregate } of groups) {
    if (!municipality || year === null) continue
    const bearer = found.get(municipality.code) ?? { ...municipality, byYear: new Map() }
    bearer.byYear.set(year, parseKronor(aggregate.amount.sum))
    found.set(municipality.code, bearer)
  }
  return [...found.values()]
}

/** By what they bore all years together, whichever way; equal ones by name. */
function largestFirst(bearers: readonly Bearer[]): Bearer[] {
  const sizes = new Map(
    bearers.map((one) => [one.code, addUp([...one.byYear.values()].map(Math.abs))]),
  )
  return bearers.toSorted(
    (a, b) => sizes.get(b.code)! - sizes.get(a.code)! || swedishOrder(a.name, b.name),
  )
}

function yearsInWords(
  budgets: PicturedService['budgets'],
  bearers: readonly Bearer[],
  { t, money, percent }: Words,
): string {
  const [first, last] = [budgets[0], budgets.at(-1)]
  const inLast = ({ byYear }: Bearer): number => byYear.get(last?.year ?? 0) ?? 0
  const largest = bearers.toSorted((a, b) => inLast(b) - inLast(a))[0]
  if (!first || !last || !largest) return t('pictures.years.none')
  if (first === last)
    return t('pictures.years.one', { year: first.year, total: money(first.total) })
  const [before, after] = [parseKronor(first.total), parseKronor(last.total)]
  const change = percentOf(after - before, before)
  const values = {
    first: first.year,
    last: last.year,
    before: money(first.total),
    after: money(last.total),
    percent: percent((change ?? '').replace('-', '') || '0', 1),
    name: largest.name,
    amount: money(formatKronor(inLast(largest))),
  }
  const way = before <= 0 ? 'went' : after > before ? 'grew' : after < before ? 'shrank' : 'same'
  return `${t(`pictures.years.${way}`, values)} ${t('pictures.years.most', values)}`
}
