import { formatDecimal, formatKronor, type Ore } from '@andel/schema/money'
import type { BudgetEditInput, LineFieldsInput } from '@andel/schema/operations'
import type { Edit, LineFields } from './edit.ts'
import { serverId, type LocalIds } from './local-ids.ts'
import { writeKey } from './write-key.ts'

/**
 * An edit as it is sent.
 *
 * @param version - of what is edited, as it was seen; 0 for what is added
 * @returns `undefined` while it names something that the server has no id for yet
 */
export function writeEdit(edit: Edit, version: number, ids: LocalIds): BudgetEditInput | undefined {
  const unknown = namedIds(edit).some((id) => serverId(id, ids) === undefined)
  return unknown ? undefined : write(edit, version, (id) => serverId(id, ids) ?? id)
}

/** Ids that must be the server's before the edit can be sent; not the one that it makes. */
export function namedIds(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case 'setLine':
      return [edit.lineId, ...present(edit.fields.keyId)]
    case 'addLine':
      return [...present(edit.afterLineId), edit.fields.keyId]
    case 'moveLine':
      return [edit.lineId, ...present(edit.afterLineId)]
    case 'removeLine':
    case 'restoreLine':
      return [edit.lineId]
    case 'setKey':
    case 'removeKey':
      return [edit.keyId]
    case 'addKey':
    case 'setPopulation':
      return []
  }
}

function present(id: string | null | undefined): readonly string[] {
  return id ? [id] : []
}

function write(edit: Edit, version: number, server: (id: string) => string): BudgetEditInput {
  switch (edit.kind) {
    case 'setLine':
      return {
        setLine: { lineId: server(edit.lineId), version, fields: writeFields(edit.fields, server) },
      }
    case 'addLine': {
      const fields = writeFields(edit.fields, server)
      return {
        addLine: edit.afterLineId ? { afterLineId: server(edit.afterLineId), fields } : { fields },
      }
    }
    case 'removeLine':
      return { removeLine: { lineId: server(edit.lineId), version } }
    case 'restoreLine':
      return { restoreLine: { lineId: server(edit.lineId) } }
    case 'moveLine': {
      const afterLineId = edit.afterLineId && server(edit.afterLineId)
      return { moveLine: { lineId: server(edit.lineId), version, afterLineId } }
    }
    case 'setPopulation': {
      const { code: municipalityCode, on, inhabitants, source, note } = edit
      const basedOnRevision = version
      return {
        setPopulation: { municipalityCode, on, inhabitants, source, note, basedOnRevision },
      }
    }
    case 'setKey':
      return { setKey: { keyId: server(edit.keyId), version, key: writeKey(edit.key) } }
    case 'addKey':
      return { addKey: { key: writeKey(edit.key) } }
    case 'removeKey':
      return { removeKey: { keyId: server(edit.keyId), version } }
  }
}

function writeFields(fields: LineFields, server: (id: string) => string): LineFieldsInput {
  const { months, monthlyCost, amount, keyId, ...same } = fields
  return {
    ...same,
    ...(months !== undefined && { months: months === null ? null : formatDecimal(months, 1) }),
    ...(monthlyCost !== undefined && { monthlyCost: writeMoney(monthlyCost) }),
    ...(amount !== undefined && { amount: writeMoney(amount) }),
    ...(keyId !== undefined && { keyId: server(keyId) }),
  }
}

function writeMoney(amount: Ore | null): string | null {
  return amount === null ? null : formatKronor(amount)
}
