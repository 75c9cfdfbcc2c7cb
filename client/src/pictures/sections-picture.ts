import { formatKronor, parseKronor } from '@andel/schema/money'
import { addUp, percentOf, sizeOf } from './amounts.ts'
import { foldRest } from './fold-rest.ts'
import type { PictureRow } from './geometry/rows.ts'
import type { PicturedBudget, Told, Words } from './picture.ts'

/** How many lines are drawn by themselves when there are no sections. */
const linesAtMost = 12

interface Item {
  readonly id: string
  readonly label: string
  readonly plus: number
  readonly minus: number
}

export interface SectionsPicture extends Told {
  readonly heads: readonly string[]
  readonly rows: readonly PictureRow[]
  readonly bySection: boolean
}

type Budget = Pick<PicturedBudget, 'sections' | 'lines' | 'total'>

/** Whether the lines of a budget are parted into sections. */
export function hasSections({ sections }: Pick<PicturedBudget, 'sections'>): boolean {
  return sections.length > 1 || sections.some(({ name }) => name !== '')
}

/** What the sections of a budget cost and bring in, in the order of the sheet; without sections its largest lines. */
export function sectionsPicture(budget: Budget, words: Words): SectionsPicture {
  const { t, counted, money } = words
  const bySection = hasSections(budget)
  const items = bySection ? sectionItems(budget, words) : lineItems(budget, words)
  const { named, rest } = bySection ? { named: items, rest: [] } : foldRest(items, linesAtMost)
  const drawn = rest.length
    ? [...named, together('rest', counted('pictures.restLines', rest.length), rest)]
    : named
  const sum = together('sum', t('pictures.sum'), items)
  const revenues = sum.minus > 0
  const faults = budget.lines.filter(({ fault }) => fault).length
  const net = ({ plus, minus }: Item): string => money(formatKronor(plus - minus))
  const heads = revenues
    ? [t('pictures.costs'), t('pictures.revenues'), t('pictures.net')]
    : [t('pictures.amount')]
  const figures = (item: Item): string[] =>
    revenues
      ? [money(formatKronor(item.plus)), money(formatKronor(-item.minus || 0)), net(item)]
      : [net(item)]
  const cells = (item: Item) => [item.label, ...figures(item)].map((text) => ({ text }))
  return {
    bySection,
    heads: revenues ? [t('pictures.net')] : heads,
    rows: drawn.map((item) => ({ ...item, figures: [net(item)] })),
    summary: sectionsInWords(items, sum, budget, words),
    notes: [
      ...(revenues ? [t('pictures.sections.zero')] : []),
      ...(faults ? [counted('pictures.sections.faults', faults)] : []),
    ],
    table: {
      heads: [t(bySection ? 'pictures.section' : 'pictures.line'), ...heads],
      words: 1,
      rows: items.map((item) => ({ id: item.id, cells: cells(item) })),
      foot: [{ id: 'sum', cells: cells(sum) }],
    },
  }
}

function sectionItems({ sections, lines }: Budget, { t }: Words): Item[] {
  return sections.map(({ name }) =>
    together(
      name,
      name || t('pictures.noSection'),
      lines.filter(({ section }) => section === name).map((line) => lineItem(line, '')),
    ),
  )
}

function lineItems({ lines }: Budget, { t }: Words): Item[] {
  return lines
    .map((line) => lineItem(line, t('pictures.noName')))
    .toSorted((a, b) => b.plus + b.minus - (a.plus + a.minus))
}

function lineItem(
  { id, description, amount }: PicturedBudget['lines'][number],
  noName: string,
): Item {
  const size = parseKronor(amount)
  return { id, label: description || noName, plus: Math.max(size, 0), minus: Math.max(-size, 0) }
}

function together(id: string, label: string, items: readonly Item[]): Item {
  return {
    id,
    label,
    plus: addUp(items.map(({ plus }) => plus)),
    minus: addUp(items.map(({ minus }) => minus)),
  }
}

function sectionsInWords(
  items: readonly Item[],
  sum: Item,
  { total }: Budget,
  { t, money, percent }: Words,
): string {
  const most = (side: 'plus' | 'minus'): Item =>
    items.reduce((largest, item) => (item[side] > largest[side] ? item : largest), items[0]!)
  const sentences: string[] = []
  if (sum.plus > 0) {
    const { label, plus } = most('plus')
    const part = percent(percentOf(plus, sum.plus)!, 1)
    const values = {
      name: label,
      amount: money(sizeOf(plus)),
      percent: part,
      costs: money(sizeOf(sum.plus)),
    }
    sentences.push(t('pictures.sections.most', values))
  }
  if (sum.minus > 0) {
    const values = {
      revenues: money(sizeOf(sum.minus)),
      name: most('minus').label,
      total: money(total),
    }
    sentences.push(t('pictures.sections.revenues', values))
  }
  return sentences.join(' ') || t('pictures.shares.zero')
}
