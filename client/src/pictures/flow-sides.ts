import { parseKronor } from '@andel/schema/money'
import type { BudgetPicturesQuery } from '@andel/schema/operations'
import { addUp } from './amounts.ts'
import { foldRest } from './fold-rest.ts'
import type { FlowBand } from './geometry/flow.ts'
import type { PicturedBudget, Words } from './picture.ts'
import { hasSections } from './sections-picture.ts'
import { restName } from './shares-picture.ts'

/** How many lines fit to the left; with more of them, sections. */
const linesAtMost = 12

export interface NamedNode {
  readonly id: string
  readonly layer: number
  readonly label: string
  readonly about?: { readonly line: string } | { readonly municipality: string } | undefined
}

export interface FlowLink extends FlowBand {
  /** The cell of the sheet that tells why, where there is one. */
  readonly about?: { readonly line: string; readonly municipality?: string } | undefined
}

/** What goes from lines or sections through keys to municipalities; costs and revenues are sides of their own. */
export interface FlowSide {
  readonly nodes: readonly NamedNode[]
  readonly links: readonly FlowLink[]
  readonly total: number
  /** Whether sections stand for the lines, which are too many. */
  readonly bySection: boolean
  /** How many municipalities bear some of it. */
  readonly bearers: number
}

export type SideGroups = BudgetPicturesQuery['costs']['groupBy']
type Line = PicturedBudget['lines'][number]
export type FlowBudget = Pick<PicturedBudget, 'lines' | 'sections' | 'shares'>

/**
 * One side of the flow of a budget.
 *
 * @param sign - 1 for what costs, -1 for what brings in
 * @param groups - the shares of that side by key and municipality
 * @param most - how many municipalities are drawn by themselves
 */
export function flowSide(
  budget: FlowBudget,
  groups: SideGroups,
  { sign, most, words }: { sign: 1 | -1; most: number; words: Words },
): FlowSide {
  const lines = budget.lines.filter(({ amount }) => parseKronor(amount) * sign > 0)
  const sources = sourcesOf(lines, hasSections(budget), words)
  const keys = [...new Set(sources.flatMap((source) => source.lines.map(({ key }) => key.name)))]
  const bearers = bearersOf(budget, groups, most, words)
  const left = lines
    .filter((line) => parseKronor(line.difference) * sign > 0)
    .map(({ key, difference }) => ({ key: key.name, size: Math.abs(parseKronor(difference)) }))
  return {
    nodes: [
      ...sources.map(({ id, label, about }) => ({ id, layer: 0, label, about })),
      ...keys.map((name) => ({ id: `key ${name}`, layer: 1, label: name })),
      ...bearers.map(({ id, label, about }) => ({ id, layer: 2, label, about })),
      ...(left.length
        ? [{ id: 'difference', layer: 2, label: words.t('pictures.difference') }]
        : []),
    ],
    links: [
      ...sources.flatMap((source) => intoKeys(source)),
      ...keys.flatMap((name) => [
        ...toBearers(name, lines, groups, bearers),
        ...merged(
          left
            .filter(({ key }) => key === name)
            .map(({ size }) => ({ from: `key ${name}`, to: 'difference', size })),
        ),
      ]),
    ],
    total: addUp(lines.map(sizeOfLine)),
    bySection: lines.length > linesAtMost && hasSections(budget),
    bearers: new Set(groups.map(({ municipality }) => municipality?.code)).size,
  }
}

interface Source extends Omit<NamedNode, 'layer'> {
  readonly lines: readonly Line[]
}

function sourcesOf(lines: readonly Line[], parted: boolean, { t, counted }: Words): Source[] {
  const source = (line: Line): Source => ({
    id: line.id,
    label: line.description || t('pictures.noName'),
    about: { line: line.id },
    lines: [line],
  })
  if (lines.length <= linesAtMost) return lines.map(source)
  if (parted) {
    return [...new Set(lines.map(({ section }) => section))].map((name) => ({
      id: `section ${name}`,
      label: name || t('pictures.noSection'),
      lines: lines.filter(({ section }) => section === name),
    }))
  }
  const largest = lines.toSorted((a, b) => sizeOfLine(b) - sizeOfLine(a))
  const { named, rest } = foldRest(largest, linesAtMost)
  const label = counted('pictures.restLines', rest.length)
  return [...named.map(source), ...(rest.length ? [{ id: 'rest lines', label, lines: rest }] : [])]
}

interface Bearer extends Omit<NamedNode, 'layer'> {
  readonly codes: readonly string[]
}

/** Those who bear something of this side, largest first. */
function bearersOf(
  { shares }: FlowBudget,
  groups: SideGroups,
  most: number,
  words: Words,
): Bearer[] {
  const sizes = new Map<string, number>()
  for (const { municipality, aggregate } of groups) {
    const code = municipality?.code ?? ''
    const size = Math.abs(parseKronor(aggregate.amount.sum))
    sizes.set(code, addUp([sizes.get(code) ?? 0, size]))
  }
  const inOrder = shares
    .filter(({ municipality }) => sizes.has(municipality.code))
    .toSorted((a, b) => sizes.get(b.municipality.code)! - sizes.get(a.municipality.code)!)
  const { named, rest } = foldRest(inOrder, most)
  const codes = rest.map(({ municipality }) => municipality.code)
  return [
    ...named.map(({ municipality: { code, name } }) => ({
      id: code,
      label: name,
      about: { municipality: code },
      codes: [code],
    })),
    ...(rest.length ? [{ id: 'rest', label: restName(rest.length, words), codes }] : []),
  ]
}

function intoKeys({ id, lines }: Source): FlowLink[] {
  const about = lines.length === 1 ? { line: lines[0]!.id } : undefined
  return merged(
    lines.map((line) => ({ from: id, to: `key ${line.key.name}`, size: sizeOfLine(line), about })),
  )
}

function toBearers(
  name: string,
  lines: readonly Line[],
  groups: SideGroups,
  bearers: readonly Bearer[],
): FlowLink[] {
  const [line, other] = lines.filter(({ key }) => key.name === name)
  const nodeOf = new Map(bearers.flatMap(({ id, codes }) => codes.map((code) => [code, id])))
  return merged(
    groups
      .filter(({ keyName, municipality }) => keyName === name && municipality)
      .map(({ municipality, aggregate }) => {
        const to = nodeOf.get(municipality!.code)!
        return {
          from: `key ${name}`,
          to,
          size: Math.abs(parseKronor(aggregate.amount.sum)),
          about: line && !other && to !== 'rest' ? { line: line.id, municipality: to } : undefined,
        }
      }),
  )
}

/** One link for each pair. */
function merged(links: readonly FlowLink[]): FlowLink[] {
  const pairs = new Map<string, FlowLink>()
  for (const link of links) {
    const key = JSON.stringify([link.from, link.to])
    const before = pairs.get(key)
    pairs.set(key, before ? { ...before, size: addUp([before.size, link.size]) } : link)
  }
  return [...pairs.values()]
}

function sizeOfLine({ amount }: Line): number {
  return Math.abs(parseKronor(amount))
}
