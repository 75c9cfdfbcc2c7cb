import { inSections } from '@andel/schema/budget'
import { populationFacts } from '../sheet/population-facts.ts'
import type { PopulationRecord, Sheet, SheetKey, SheetLine } from '../sheet/sheet.ts'

/** A sheet while changes are applied to it: what stays is shared, and lines are put in order once. */
export class SheetDraft {
  private readonly lines: Map<string, SheetLine>
  private places: Record<string, string> | undefined
  private keys: Record<string, SheetKey> | undefined
  private records: Record<string, Record<string, PopulationRecord>> | undefined
  private isOrdered = true

  constructor(private readonly sheet: Sheet) {
    this.lines = new Map(sheet.lines.map((line) => [line.id, line]))
  }

  line(id: string): SheetLine | undefined {
    return this.lines.get(id)
  }

  key(id: string): SheetKey | undefined {
    return (this.keys ?? this.sheet.keys)[id]
  }

  record(on: string, code: string): PopulationRecord | undefined {
    return (this.records ?? this.sheet.records)[on]?.[code]
  }

  /** Whether figures of a date are held. */
  knows(on: string): boolean {
    return (this.records ?? this.sheet.records)[on] !== undefined
  }

  isParticipant(code: string): boolean {
    return this.sheet.participants.some((participant) => participant.code === code)
  }

  /** Whether a key asks for figures of a date: only of those does the server tell what becomes of them. */
  follows(on: string): boolean {
    return Object.values(this.keys ?? this.sheet.keys).some(({ bases }) =>
      bases.some((basis) => basis.kind === 'POPULATION' && basis.on === on),
    )
  }

  isUsed(keyId: string): boolean {
    return (
      this.sheet.defaultKeyId === keyId ||
      [...this.lines.values()].some((line) => line.keyId === keyId)
    )
  }

  setLine(line: SheetLine): void {
    if (this.lines.get(line.id)?.section !== line.section) this.isOrdered = false
    this.lines.set(line.id, line)
  }

  setPlace(id: string, place: string): void {
    this.places ??= { ...this.sheet.places }
    this.places[id] = place
    this.isOrdered = false
  }

  removeLine(id: string): void {
    this.lines.delete(id)
    this.places = without(this.places ?? this.sheet.places, id)
    this.isOrdered = false // a section may have lost its first line
  }

  setKey(id: string, key: SheetKey): void {
    this.keys = { ...(this.keys ?? this.sheet.keys), [id]: key }
  }

  removeKey(id: string): void {
    this.keys = without(this.keys ?? this.sheet.keys, id)
  }

  setRecord(on: string, code: string, record: PopulationRecord): void {
    const before = this.records ?? this.sheet.records
    this.records = { ...before, [on]: { ...before[on], [code]: record } }
  }

  /** The sheet as it is now. What was not touched stays the same object. */
  done(sequence: number): Sheet {
    const { sheet, places, keys, records } = this
    return {
      ...sheet,
      sequence,
      ...(places && { places }),
      ...(keys && { keys }),
      ...(records && { records, populations: populationFacts(records) }),
      lines: this.orderedLines(),
    }
  }

  private orderedLines(): readonly SheetLine[] {
    const { sheet, lines } = this
    if (!this.isOrdered) {
      const places = this.places ?? sheet.places
      const place = ({ id }: SheetLine): string => places[id] ?? ''
      return inSections([...lines.values()].toSorted((a, b) => compare(place(a), place(b))))
    }
    const isSame = sheet.lines.every((line) => lines.get(line.id) === line)
    return isSame ? sheet.lines : sheet.lines.map((line) => lines.get(line.id)!)
  }
}

function without<Value>(
  values: Readonly<Record<string, Value>>,
  id: string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([one]) => one !== id))
}

/** Bytewise, as places are made. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
