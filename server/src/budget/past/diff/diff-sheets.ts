import type { LineFigures } from '@andel/schema/budget'
import { sameValue } from '@andel/schema/history'
import type { DistributionKey } from '../../../allocation/distribution-key.entity.ts'
import { toGlobalId } from '../../../connection/global-id.ts'
import { budgetAsJson } from '../../budget-as-json.ts'
import { keyAsJson } from '../../edit/key-edits.ts'
import { lineAsJson } from '../../edit/write-fields.ts'
import { linePlace } from '../../line-place.ts'
import { type SheetLine, sheetLine } from '../../sheet-line.ts'
import type { Sheet } from '../../sheet.ts'
import {
  type BudgetDiff,
  DiffKind,
  type FieldDiff,
  type FigureDiff,
  type KeyDiff,
  type LineDiff,
  type MunicipalityDiff,
  type ParticipantDiff,
} from './budget-diff.ts'

/** Two states of one budget. */
interface Pair {
  readonly before: Sheet
  readonly after: Sheet
}

/** What differs between two states of a budget. Sums are exact: öre, and never rounded again. */
export function diffSheets(before: Sheet, after: Sheet): Omit<BudgetDiff, 'from' | 'to'> {
  const pair = { before, after }
  return {
    totalBefore: before.figures.total,
    totalAfter: after.figures.total,
    differenceBefore: before.figures.difference,
    differenceAfter: after.figures.difference,
    fields: diffFields(budgetAsJson(before.budget), budgetAsJson(after.budget)),
    lines: both(before.lines, after.lines).flatMap((id) => diffLine(pair, id)),
    keys: both(before.keys.values(), after.keys.values()).flatMap((id) =>
      diffKey(before.keys.get(id), after.keys.get(id)),
    ),
    populations: diffFigures(pair),
    participants: diffParticipants(pair),
    municipalities: diffAmounts(pair, totalsOf(before), totalsOf(after)),
  }
}

/** What things are called by: those after in their order, then those that are there before alone. */
function both(before: Iterable<{ id: string }>, after: Iterable<{ id: string }>): string[] {
  return [...new Set(Array.from([...after, ...before], ({ id }) => id))]
}

function diffLine(pair: Pair, id: string): LineDiff | [] {
  const [before, after] = [lineIn(pair.before, id), lineIn(pair.after, id)]
  const fields = before && after ? diffFields(before.json, after.json) : []
  if (fields.length === 0 && before && after && sameFigures(before.amounts, after.amounts)) {
    return []
  }
  return {
    lineId: toGlobalId('BudgetLine', id),
    kind: kindOf(before, after),
    description: (after ?? before)!.told.description,
    before: before?.told ?? null,
    after: after?.told ?? null,
    fields,
    shares: diffAmounts(pair, before?.amounts.shares, after?.amounts.shares),
  }
}

interface LineState {
  readonly told: SheetLine
  readonly json: Record<string, unknown>
  readonly amounts: LineAmounts
}

function lineIn(sheet: Sheet, id: string): LineState | undefined {
  const place = linePlace(sheet, id)
  if (place === undefined) return undefined
  return {
    told: sheetLine(sheet, id)!,
    json: lineAsJson(sheet.lines[place]!),
    amounts: amountsOf(sheet, sheet.figures.lines[place]!),
  }
}

/** In öre. */
interface LineAmounts {
  readonly amount: number
  readonly difference: number
  /** By code of municipality. */
  readonly shares: ReadonlyMap<string, number>
}

function amountsOf({ figures }: Sheet, line: LineFigures): LineAmounts {
  const { amount = 0, difference, shares, split } = line
  const bearers = figures.codes.flatMap((code, index) =>
    split && !split.weights.leftOut.has(code) ? [[code, shares[index]!] as const] : [],
  )
  return { amount, difference, shares: new Map(bearers) }
}

function sameFigures(a: LineAmounts, b: LineAmounts): boolean {
  return (
    a.amount === b.amount &&
    a.difference === b.difference &&
    a.shares.size === b.shares.size &&
    [...a.shares].every(([code, amount]) => b.shares.get(code) === amount)
  )
}

function diffKey(before?: DistributionKey, after?: DistributionKey): KeyDiff | [] {
  const fields = before && after ? diffFields(keyAsJson(before), keyAsJson(after)) : []
  if (before && after && fields.length === 0) return []
  const { globalId: keyId, name } = (after ?? before)!
  return {
    keyId,
    kind: kindOf(before, after),
    name,
    before: before ?? null,
    after: after ?? null,
    fields,
  }
}

function diffFigures({ before, after }: Pair): FigureDiff[] {
  const figuresOf = ({ populations }: Sheet) =>
    new Map(populations.map((one) => [`${one.on} ${one.municipality.code}`, one]))
  const [was, is] = [figuresOf(before), figuresOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((place) => {
    const [one, other] = [was.get(place) ?? null, is.get(place) ?? null]
    if (one?.id === other?.id) return []
    const { municipality, on } = (other ?? one)!
    return [{ municipality: municipality.unwrap(), on, before: one, after: other }]
  })
}

function diffParticipants(pair: Pair): ParticipantDiff[] {
  const monthsOf = ({ facts }: Sheet) =>
    new Map(facts.participants.map(({ code, months }) => [code, months]))
  const [was, is] = [monthsOf(pair.before), monthsOf(pair.after)]
  return bothCodes(was, is).flatMap((code) => {
    const [monthsBefore, monthsAfter] = [was.get(code) ?? null, is.get(code) ?? null]
    if (monthsBefore === monthsAfter) return []
    return [{ municipality: municipalityIn(pair, code), monthsBefore, monthsAfter }]
  })
}

/** What each participant bears of the whole, in öre by code. */
function totalsOf({ figures }: Sheet): ReadonlyMap<string, number> {
  return new Map(figures.codes.map((code, index) => [code, figures.totals[index]!]))
}

const none: ReadonlyMap<string, number> = new Map()

function diffAmounts(pair: Pair, was = none, is = none): MunicipalityDiff[] {
  return bothCodes(was, is).map((code) => {
    const [before, after] = [was.get(code) ?? null, is.get(code) ?? null]
    const difference = (after ?? 0) - (before ?? 0)
    return { municipality: municipalityIn(pair, code), before, after, difference }
  })
}

function bothCodes(
  was: ReadonlyMap<string, unknown>,
  is: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...was.keys(), ...is.keys()])].toSorted()
}

function municipalityIn({ before, after }: Pair, code: string) {
  return (after.municipalities.get(code) ?? before.municipalities.get(code))!
}

function diffFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldDiff[] {
  return Object.keys(after)
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

function kindOf(before: unknown, after: unknown): DiffKind {
  if (!before) return DiffKind.ADDED
  return after ? DiffKind.CHANGED : DiffKind.REMOVED
}
