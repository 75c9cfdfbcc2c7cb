import { formatKronor, formatNumber, parseKronor } from '@andel/schema/money'
import type { PicturePerInhabitantQuery } from '@andel/schema/operations'
import { perInhabitant } from '../budget/figures/per-inhabitant.ts'
import type { Language } from '../text/language.ts'
import { swedishOrder } from '../text/swedish-order.ts'
import { sumOf } from './amounts.ts'
import { foldRest } from './fold-rest.ts'
import type { PictureRow } from './geometry/rows.ts'
import type { Told, Words } from './picture.ts'
import { restName } from './shares-picture.ts'

export type InhabitantGroups = PicturePerInhabitantQuery['costShares']['groupBy']
type Group = InhabitantGroups[number]

export interface InhabitantsPicture extends Told {
  readonly heads: readonly string[]
  readonly rows: readonly PictureRow[]
  /** Of the whole joint service; nothing when nobody's inhabitants are known. */
  readonly mean: { readonly ore: number; readonly text: string } | undefined
}

/**
 * What each municipality bears per inhabitant, highest first; those whose inhabitants are not known last.
 *
 * @param on - the date that the inhabitants are of
 * @param most - how many municipalities are drawn by themselves; the table has them all
 */
export function inhabitantsPicture(
  groups: InhabitantGroups,
  on: string,
  most: number,
  words: Words,
): InhabitantsPicture {
  const { t, count, money, language } = words
  const known = groups
    .filter((group) => group.perInhabitant !== null)
    .toSorted((a, b) => Number(b.perInhabitant) - Number(a.perInhabitant) || byName(a, b))
  const unknown = groups.filter((group) => group.perInhabitant === null).toSorted(byName)
  const mean = meanOf(known)
  const { named, rest } = foldRest([...known, ...unknown], most)
  const others = meanOf(rest.filter((group) => group.perInhabitant !== null))
  const written = (amount: string | null | undefined): string =>
    amount === null || amount === undefined ? '–' : withOre(amount, language.value)
  const row = (id: string, label: string, amount: string | null | undefined): PictureRow => {
    const size = amount === null || amount === undefined ? undefined : parseKronor(amount)
    return {
      id,
      label,
      plus: size === undefined ? undefined : Math.max(size, 0),
      minus: Math.max(-(size ?? 0), 0),
      figures: [written(amount)],
    }
  }
  const cells = (label: string, amount: string, inhabitants: number | null, each: string) =>
    [label, money(amount), inhabitants === null ? '–' : count(inhabitants), each].map((text) => ({
      text,
    }))
  return {
    heads: [t('pictures.perInhabitant')],
    rows: [
      ...named.map((group) => row(group.municipality!.code, nameOf(group), group.perInhabitant)),
      ...(rest.length ? [row('rest', restName(rest.length, words), others)] : []),
    ],
    mean: mean === undefined ? undefined : { ore: parseKronor(mean), text: written(mean) },
    summary: inhabitantsInWords(known, written(mean), on, words),
    notes: notesOf(known, unknown, on, words),
    table: {
      heads: [
        t('pictures.municipality'),
        t('pictures.amount'),
        t('pictures.inhabitantsHead'),
        t('pictures.perInhabitant'),
      ],
      words: 1,
      rows: [...known, ...unknown].map((group) => ({
        id: group.municipality!.code,
        cells: cells(
          nameOf(group),
          group.aggregate.amount.sum,
          group.inhabitants,
          written(group.perInhabitant),
        ),
      })),
      foot: [
        {
          id: 'mean',
          cells: cells(
            t(unknown.length ? 'pictures.inhabitants.known' : 'pictures.inhabitants.all'),
            formatKronor(totalOf(known)),
            inhabitantsOf(known),
            written(mean),
          ),
        },
      ],
    },
  }
}

function notesOf(
  known: readonly Group[],
  unknown: readonly Group[],
  on: string,
  { t, date }: Words,
) {
  const names = unknown.map(nameOf).join(', ')
  return [
    ...(known.length ? [t('pictures.inhabitants.on', { date: date(on) })] : []),
    ...(known.length && unknown.length ? [t('pictures.inhabitants.missing', { names })] : []),
  ]
}

function inhabitantsInWords(
  known: readonly Group[],
  mean: string,
  on: string,
  { t, date, language }: Words,
): string {
  const [highest, lowest] = [known[0], known.at(-1)]
  if (!highest || !lowest) return t('pictures.inhabitants.none', { date: date(on) })
  const values = {
    highest: nameOf(highest),
    most: withOre(highest.perInhabitant!, language.value),
    lowest: nameOf(lowest),
    least: withOre(lowest.perInhabitant!, language.value),
    mean,
  }
  const same = highest.perInhabitant === lowest.perInhabitant
  return t(same ? 'pictures.inhabitants.same' : 'pictures.inhabitants.most', values)
}

const byName = (a: Group, b: Group): number => swedishOrder(nameOf(a), nameOf(b))
const nameOf = ({ municipality }: Group): string => municipality?.name ?? ''
const inhabitantsOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0)

const totalOf = (groups: readonly Group[]): number =>
  sumOf(groups.map(({ aggregate }) => aggregate.amount.sum))
/** The figures are so small that öre tell them apart. */
const withOre = (amount: string, language: Language): string =>
  formatNumber(amount, { language, decimals: 2 })

/** What all of them pay together, by all their inhabitants. */
function meanOf(groups: readonly Group[]): string | undefined {
  return perInhabitant(totalOf(groups), inhabitantsOf(groups))
}
