import { formatKronor, parseKronor } from '@andel/schema/money'
import { swedishOrder } from '../text/swedish-order.ts'
import { addUp, percentOf, sizeOf } from './amounts.ts'
import { foldRest } from './fold-rest.ts'
import type { PictureRow } from './geometry/rows.ts'
import type { PicturedBudget, Told, Words } from './picture.ts'

interface Share {
  readonly id: string
  readonly label: string
  readonly amount: number
  readonly percent: string
}

export interface SharesPicture extends Told {
  readonly heads: readonly string[]
  readonly rows: readonly PictureRow[]
}

type Budget = Pick<PicturedBudget, 'shares' | 'total' | 'difference'>

/**
 * What each municipality bears of a budget, largest first.
 *
 * @param most - how many municipalities are drawn by themselves; the table has them all
 */
export function sharesPicture(budget: Budget, most: number, words: Words): SharesPicture {
  const { t, money, percent } = words
  const total = parseKronor(budget.total)
  const inPercent = (part: number): string => {
    const figure = percentOf(part, total)
    return figure === undefined ? '–' : percent(figure, 1)
  }
  const shares = budget.shares
    .map(({ municipality, amount, share }) => ({
      id: municipality.code,
      label: municipality.name,
      amount: parseKronor(amount),
      percent: total === 0 ? '–' : percent(share, 1),
    }))
    .toSorted((a, b) => b.amount - a.amount || swedishOrder(a.label, b.label))
  const { named, rest } = foldRest(shares, most)
  const others = addUp(rest.map(({ amount }) => amount))
  const drawn: readonly Share[] = rest.length
    ? [
        ...named,
        {
          id: 'rest',
          label: restName(rest.length, words),
          amount: others,
          percent: inPercent(others),
        },
      ]
    : named
  const cells = ({ label, amount, percent: part }: Share) =>
    [label, money(formatKronor(amount)), part].map((text) => ({ text }))
  const heads = [t('pictures.amount'), t('pictures.share')]
  const hasDifference = parseKronor(budget.difference) !== 0
  return {
    heads,
    rows: drawn.map(({ id, label, amount, percent: part }) => ({
      id,
      label,
      plus: Math.max(amount, 0),
      minus: Math.max(-amount, 0),
      figures: [money(formatKronor(amount)), part],
    })),
    summary: sharesInWords(shares, total, words),
    notes: hasDifference
      ? [t('pictures.shares.difference', { amount: money(budget.difference) })]
      : [],
    table: {
      heads: [t('pictures.municipality'), ...heads],
      words: 1,
      rows: shares.map((share) => ({ id: share.id, cells: cells(share) })),
      foot: [
        ...(hasDifference
          ? [
              {
                id: 'difference',
                label: t('pictures.difference'),
                amount: parseKronor(budget.difference),
                percent: '',
              },
            ]
          : []),
        {
          id: 'sum',
          label: t('pictures.sum'),
          amount: total,
          percent: total === 0 ? '–' : percent('100'),
        },
      ].map((row) => ({ id: row.id, cells: cells(row) })),
    },
  }
}

/** What a bar or a part is called that several municipalities share. */
export function restName(count: number, { counted }: Words): string {
  return counted('pictures.rest', count)
}

function sharesInWords(
  shares: readonly Share[],
  total: number,
  { t, counted, money }: Words,
): string {
  const [largest, smallest] = total < 0 ? [shares.at(-1), shares[0]] : [shares[0], shares.at(-1)]
  if (!largest || !smallest) return t('pictures.shares.nobody')
  const values = {
    largest: largest.label,
    amount: money(sizeOf(largest.amount)),
    percent: largest.percent,
    smallest: smallest.label,
    least: money(total < 0 ? sizeOf(smallest.amount) : formatKronor(smallest.amount)),
    leastPercent: smallest.percent,
    total: money(sizeOf(total)),
  }
  if (total === 0) return t('pictures.shares.zero')
  if (total < 0) return t('pictures.shares.surplus', values)
  if (shares.length === 1) return t('pictures.shares.alone', values)
  if (largest.amount === smallest.amount)
    return counted('pictures.shares.equal', shares.length, values)
  const back = shares.filter(({ amount }) => amount < 0).length
  const sentence = t('pictures.shares.most', values)
  return back ? `${sentence} ${counted('pictures.shares.back', back)}` : sentence
}
