import { formatKronor } from '@andel/schema/money'
import { shareColumn } from '../budget/columns/column-code.ts'
import { cellAddress } from '../budget/go-to/cell-address.ts'
import { addUp, percentOf, sizeOf } from './amounts.ts'
import {
  flowSide,
  type FlowBudget,
  type FlowLink,
  type FlowSide,
  type NamedNode,
  type SideGroups,
} from './flow-sides.ts'
import type { FlowBand, FlowNode } from './geometry/flow.ts'
import type { Told, Words } from './picture.ts'

interface Mark {
  /** The cell of the sheet that tells why, where there is one. */
  readonly address: string | undefined
  /** All of it in words. */
  readonly name: string
}

export interface DrawnSide {
  readonly id: 'costs' | 'revenues'
  /** Only where there are two sides to tell apart. */
  readonly heading: string | undefined
  readonly total: number
  readonly nodes: readonly (FlowNode & Mark & { readonly label: string; readonly amount: string })[]
  readonly bands: readonly (FlowBand & Mark)[]
}

export interface FlowPicture extends Told {
  /** Whether sections stand to the left, not lines. */
  readonly bySection: boolean
  readonly sides: readonly DrawnSide[]
}

interface Place {
  readonly slug: string
  readonly year: number
}

/** How cost goes from lines through keys to municipalities, and beside it how revenues come back. */
export function flowPicture(
  budget: FlowBudget,
  groups: { readonly costs: SideGroups; readonly revenues: SideGroups },
  { place, most, words }: { place: Place; most: number; words: Words },
): FlowPicture {
  const costs = flowSide(budget, groups.costs, { sign: 1, most, words })
  const revenues = flowSide(budget, groups.revenues, { sign: -1, most, words })
  const both = costs.links.length > 0 && revenues.links.length > 0
  const { t, money } = words
  const sides = [
    { id: 'costs' as const, sign: 1, side: costs },
    { id: 'revenues' as const, sign: -1, side: revenues },
  ].filter(({ side }) => side.links.length > 0)
  return {
    bySection: costs.bySection || revenues.bySection,
    sides: sides.map(({ id, sign, side }) => ({
      id,
      heading: both
        ? `${t(`pictures.${id}`)}, ${money(formatKronor(sign * side.total))}\u00a0kr`
        : undefined,
      total: side.total,
      ...drawnSide(side, sign, place, words),
    })),
    summary: flowInWords(budget, costs, revenues, words),
    notes: sides.length
      ? [t('pictures.flow.lead'), ...(both ? [t('pictures.flow.sides')] : [])]
      : [],
    table: {
      heads: [t('pictures.from'), t('pictures.to'), t('pictures.amount')],
      words: 2,
      rows: sides.flatMap(({ id, sign, side }) => tableRows(id, side, sign, place, words)),
      foot: [],
    },
  }
}

function drawnSide({ nodes, links }: FlowSide, sign: number, place: Place, { money }: Words) {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const amountOf = (size: number): string => money(formatKronor(sign * size))
  return {
    nodes: nodes.map((node) => {
      const amount = amountOf(throughNode(node, links))
      const { id, layer, label } = node
      return {
        id,
        layer,
        label,
        amount,
        address: nodeAddress(node, place),
        name: `${label} ${amount}\u00a0kr`,
      }
    }),
    bands: links.map((link) => ({
      from: link.from,
      to: link.to,
      size: link.size,
      address: linkAddress(link, place),
      name: `${labels.get(link.from)} → ${labels.get(link.to)}: ${amountOf(link.size)}\u00a0kr`,
    })),
  }
}

function tableRows(
  id: string,
  { nodes, links }: FlowSide,
  sign: number,
  place: Place,
  { money }: Words,
) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return links.map((link) => {
    const [from, to] = [byId.get(link.from)!, byId.get(link.to)!]
    return {
      id: `${id} ${link.from} ${link.to}`,
      cells: [
        { text: from.label, to: nodeAddress(from, place) },
        { text: to.label, to: nodeAddress(to, place) },
        { text: money(formatKronor(sign * link.size)), to: linkAddress(link, place) },
      ],
    }
  })
}

function throughNode({ id, layer }: NamedNode, links: readonly FlowLink[]): number {
  return addUp(
    links.filter(({ from, to }) => (layer === 2 ? to : from) === id).map(({ size }) => size),
  )
}

function nodeAddress({ about }: NamedNode, place: Place): string | undefined {
  if (!about) return undefined
  return 'line' in about
    ? cellAt(about.line, 'amount', place)
    : cellAt('sum', shareColumn(about.municipality), place)
}

function linkAddress({ about }: FlowLink, place: Place): string | undefined {
  if (!about) return undefined
  const column = about.municipality === undefined ? 'keyId' : shareColumn(about.municipality)
  return cellAt(about.line, column, place)
}

function cellAt(row: string, column: string, { slug, year }: Place): string | undefined {
  return cellAddress({ row, column }, { service: { slug }, year }, {})
}

function flowInWords(
  { lines }: FlowBudget,
  costs: FlowSide,
  revenues: FlowSide,
  { t, counted, money, percent }: Words,
): string {
  const [side, sign] = costs.total > 0 ? [costs, 1] : [revenues, -1]
  if (side.total === 0) return t('pictures.shares.zero')
  const keys = side.nodes.filter(({ layer }) => layer === 1)
  const through = keys.map((key) => ({ name: key.label, size: throughNode(key, side.links) }))
  const main = through.reduce((most, key) => (key.size > most.size ? key : most))
  const count = lines.filter(({ amount }) => Number(amount) * sign > 0).length
  const values = {
    total: money(sizeOf(side.total)),
    lines: counted('pictures.flow.lines', count),
    keys: counted('pictures.flow.keys', keys.length),
    municipalities: counted('budgets.municipalities', side.bearers),
    key: main.name,
    amount: money(sizeOf(main.size)),
    percent: percent(percentOf(main.size, side.total)!, 1),
  }
  const first = t(sign > 0 ? 'pictures.flow.costs' : 'pictures.flow.onlyRevenues', values)
  const second = keys.length > 1 ? ` ${t('pictures.flow.main', values)}` : ''
  const third =
    sign > 0 && revenues.total > 0
      ? ` ${t('pictures.flow.back', { amount: money(sizeOf(revenues.total)) })}`
      : ''
  return first + second + third
}
