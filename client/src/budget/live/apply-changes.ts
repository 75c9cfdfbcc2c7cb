import type { Basis, Rounding } from '@andel/schema/allocation'
import type { PopulationQuality } from '@andel/schema/operations'
import { localId, type LocalIds } from '../sheet/local-ids.ts'
import type { Sheet, SheetKey } from '../sheet/sheet.ts'
import type { Change } from './change.ts'
import { readLogged, readLoggedLine } from './logged-line.ts'
import { SheetDraft } from './sheet-draft.ts'

/**
 * The sheet after changes that the server has accepted since, in their order. Those that it holds already are passed over.
 *
 * @returns `undefined` when they do not follow from what is held, or are of something that a sheet is read anew for
 */
export function applyChanges(
  sheet: Sheet,
  changes: readonly Change[],
  ids: LocalIds = {},
): Sheet | undefined {
  const news = changes.filter(({ sequence }) => sequence > sheet.sequence)
  const last = news.at(-1)
  if (!last) return sheet
  const draft = new SheetDraft(sheet)
  const isApplied = news.every((change) => apply(draft, change, ids))
  return isApplied ? draft.done(last.sequence) : undefined
}

/** `false`: it cannot be. */
function apply(draft: SheetDraft, change: Change, ids: LocalIds): boolean {
  switch (change.entity) {
    case 'BudgetLine':
      return applyToLine(draft, change, ids)
    case 'DistributionKey':
      return applyToKey(draft, change, ids)
    case 'PopulationFigure':
      return applyToFigure(draft, change)
    default:
      return false
  }
}

function applyToLine(draft: SheetDraft, change: Change, ids: LocalIds): boolean {
  const { field, version, after } = change
  const id = localId(change.entityId, ids)
  const line = draft.line(id)
  if (field === '+') return !line && addLine(draft, { id, version }, asRecord(after), ids)
  if (!line || !follows(version, line.version)) return false
  if (field === '-') {
    draft.removeLine(id)
    return true
  }
  if (field === 'place') {
    draft.setPlace(id, String(after))
    draft.setLine({ ...line, version })
    return true
  }
  const value = readLogged(field, after, ids)
  if (!value || (value.keyId !== undefined && !draft.key(value.keyId))) return false
  draft.setLine({ ...line, ...value, version })
  return true
}

function addLine(
  draft: SheetDraft,
  identity: { readonly id: string; readonly version: number },
  logged: Readonly<Record<string, unknown>>,
  ids: LocalIds,
): boolean {
  const line = readLoggedLine(identity, logged, ids)
  if (!line || !draft.key(line.keyId)) return false
  draft.setLine(line)
  draft.setPlace(line.id, String(logged['place']))
  return true
}

function applyToKey(draft: SheetDraft, change: Change, ids: LocalIds): boolean {
  const { field, version, after } = change
  const id = localId(change.entityId, ids)
  const key = draft.key(id)
  if (field === '+') {
    return !key && setKey(draft, id, loggedKey(emptyKey(version), asRecord(after)))
  }
  if (!key || !follows(version, key.version)) return false
  if (field !== '-') return setKey(draft, id, loggedKey({ ...key, version }, { [field]: after }))
  if (draft.isUsed(id)) return false
  draft.removeKey(id)
  return true
}

/** A key may ask for figures of a date that the sheet does not hold, or held long ago. */
function setKey(draft: SheetDraft, id: string, key: SheetKey): boolean {
  const isKnown = key.bases.every((basis) => basis.kind !== 'POPULATION' || draft.follows(basis.on))
  if (isKnown) draft.setKey(id, key)
  return isKnown
}

function emptyKey(version: number): SheetKey {
  const rounding: Rounding = {
    shareStep: 'NONE',
    amountStep: 'ORE',
    residualRule: 'LARGEST_REMAINDER',
  }
  return { version, name: '', note: '', bases: [], rounding }
}

/** A key with some of its fields as the log has them. */
function loggedKey(key: SheetKey, logged: Readonly<Record<string, unknown>>): SheetKey {
  const { name, note, bases, ...rounding } = logged
  const { named, ...rounded } = { ...key.rounding, ...(rounding as Partial<Rounding>) }
  return {
    ...key,
    ...(name !== undefined && { name: String(name) }),
    ...(note !== undefined && { note: note === null ? '' : String(note) }),
    ...(bases !== undefined && { bases: bases as readonly Basis[] }),
    rounding: { ...rounded, ...(named && { named }) },
  }
}

interface LoggedFigure {
  readonly municipality: string
  readonly on: string
  readonly inhabitants: number
  readonly source: string
  readonly quality: PopulationQuality
  readonly note: string | null
  readonly revision: number
}

/** A figure of a date or a municipality that the sheet has nothing to do with changes nothing in it. */
function applyToFigure(draft: SheetDraft, { field, after }: Change): boolean {
  if (field !== '+') return false
  const { municipality, on, ...record } = after as LoggedFigure
  if (!draft.knows(on) || !draft.isParticipant(municipality)) return true
  const before = draft.record(on, municipality)?.revision ?? 0
  if (record.revision <= before) return true // learnt otherwise
  if (record.revision > before + 1) return false
  draft.setRecord(on, municipality, record)
  return true
}

/** A version grows once in a batch, however many fields change. */
function follows(version: number, before: number): boolean {
  return version === before || version === before + 1
}

function asRecord(logged: unknown): Readonly<Record<string, unknown>> {
  return typeof logged === 'object' && logged !== null
    ? (logged as Readonly<Record<string, unknown>>)
    : {}
}
