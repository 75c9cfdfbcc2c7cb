import { Fault } from '@andel/schema/fault'
import type { Offices } from './ask-office.ts'
import { type CubeDimension, roleByName } from './cube.ts'
import { asList, asObject, asText, asTexts } from './loose-json.ts'
import { askJson, type Fetched, type Wanted } from './office-answer.ts'
import { readTable } from './read-populations.ts'
import { selectCells } from './select-cells.ts'

/** What SCB's API 1 allows: less than any other says. */
const supposed = { maxCells: 100_000, maxCalls: 10, timeWindow: 10 }

/**
 * Asks PxWeb's API 1 for a table.
 *
 * @param address - of the table: "https://api.scb.se/OV0104/v1/doris/sv/ssd/START/BE/BE0101/BE0101A/FolkmangdNov"
 * @throws {Fault} what `Offices.ask` and `readTable` throw
 */
export async function askPxweb1(
  offices: Offices,
  address: string,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<Fetched> {
  offices.setPace(address, supposed.maxCalls, supposed.timeWindow)
  const { json } = await askJson(offices, address, signal)
  const variables = asList(json['variables']).map(dimensionOf)
  if (variables.length === 0) throw new Fault('OFFICE_FAILED', { reason: 'NO_TABLE' })
  const { selections, missing } = selectCells(variables, wanted, supposed.maxCells)
  const answers = []
  for (const selection of selections) {
    const query = selection.map(({ id, codes }) => ({
      code: id,
      selection: { filter: 'item', values: codes },
    }))
    answers.push(await offices.ask(address, { query, response: { format: 'json-stat2' } }, signal))
  }
  const name = address.split('/').at(-1)!
  const tables = await Promise.all(answers.map(({ bytes }) => readTable(bytes)))
  return {
    tables: tables.map((table) => ({
      ...table,
      ids: [...table.ids, name],
      title: table.title ?? asText(json['title']),
    })),
    at: answers[0]?.at ?? new Date(),
    missing,
  }
}

function dimensionOf(value: unknown): CubeDimension {
  const variable = asObject(value)
  const id = asText(variable['code']) ?? ''
  const label = asText(variable['text']) ?? id
  const codes = asTexts(variable['values'])
  const words = asTexts(variable['valueTexts'])
  return {
    id,
    label,
    role: variable['time'] === true ? 'time' : roleByName(id, label),
    codes,
    labels: codes.map((_, index) => words[index]),
    totalCode: undefined,
    canBeLeftOut: variable['elimination'] === true,
  }
}
