import type { Edit } from '../sheet/edit.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** What somebody saw when they made an edit: a version, and the values that the edit takes the place of. */
export interface BasedOn {
  readonly version: number
  /** By field, as JSON. */
  readonly values: Readonly<Record<string, string>>
}

/**
 * What an edit is based on when it is made on a sheet; an addition is based on nothing.
 *
 * @param seen - the sheet as it was on screen, with what the server has not answered yet
 */
export function basedOn(sheet: Sheet, edit: Edit, seen: Sheet = sheet): BasedOn {
  return { version: present(sheet, edit).version, values: present(seen, edit).values }
}

function present(sheet: Sheet, edit: Edit): BasedOn {
  switch (edit.kind) {
    case 'setLine':
    case 'moveLine':
    case 'removeLine': {
      const line = sheet.lines.find(({ id }) => id === edit.lineId)
      if (!line) return nothing
      const { version, ...fields } = line
      const names = edit.kind === 'setLine' ? Object.keys(edit.fields) : []
      const concerned = edit.kind === 'removeLine' ? fields : pick(fields, names)
      return { version, values: asJson(concerned) }
    }
    case 'setPopulation': {
      const record = sheet.records[edit.on]?.[edit.code]
      if (!record) return nothing
      return { version: record.revision, values: asJson({ inhabitants: record.inhabitants }) }
    }
    case 'setKey':
    case 'removeKey': {
      const key = sheet.keys[edit.keyId]
      if (!key) return nothing
      const { version, ...content } = key
      return { version, values: asJson({ key: content }) }
    }
    case 'addLine':
    case 'restoreLine':
    case 'addKey':
      return nothing
  }
}

/**
 * Moves an edit that waits to the newest version, when nobody but ourselves has touched its fields since.
 * Otherwise it stays on the version that was seen, so that the server tells of the conflict.
 *
 * @param own - our edits that the newer sheet holds for the first time
 */
export function carryForward(
  before: BasedOn,
  sheet: Sheet,
  edit: Edit,
  own: readonly Edit[],
): BasedOn {
  const now = present(sheet, edit)
  if (now === nothing) return before
  const written = Object.assign({}, ...own.map((other) => writtenBy(other, edit))) as Values
  const isOurs = before.version === 0 && edit.kind !== 'setPopulation' // just added by ourselves
  const untouched = Object.entries(before.values).every(
    ([field, value]) => now.values[field] === value || now.values[field] === written[field],
  )
  return isOurs || untouched ? now : before
}

/** Whether somebody has changed what an edit takes the place of, since it was made. */
export function isOvertaken(before: BasedOn, sheet: Sheet, edit: Edit): boolean {
  const { version, values } = present(sheet, edit)
  const isChanged = Object.entries(values).some(([field, value]) => before.values[field] !== value)
  return version > before.version && isChanged
}

export type Values = Readonly<Record<string, string>>

const nothing: BasedOn = { version: 0, values: {} }

/** The values that one edit gives to what another one concerns. */
function writtenBy(edit: Edit, other: Edit): Values {
  if (edit.kind === 'setLine' && 'lineId' in other && other.lineId === edit.lineId) {
    return asJson(edit.fields)
  }
  if (edit.kind === 'setKey' && 'keyId' in other && other.keyId === edit.keyId) {
    return asJson({ key: edit.key })
  }
  if (edit.kind === 'setPopulation' && other.kind === 'setPopulation') {
    const same = edit.on === other.on && edit.code === other.code
    return same ? asJson({ inhabitants: edit.inhabitants }) : {}
  }
  return {}
}

/** Values by name, as JSON that is the same whenever the values are. */
export function asJson(values: object): Values {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, JSON.stringify(value, inOrder)]),
  )
}

/** Objects with the same content give the same text, whatever the order they were written in. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function pick(values: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
}
