import { exampleBook } from '@andel/server/example-files'
import { readWorkbookCells } from '@andel/server/read-workbook-cells'
import type { Api, Loose } from './api.ts'

/** Rows of one sheet, as a test changes them. */
export type Rows = Loose[][]

/** The sheets of a workbook by place: budget, population, keys … and the seal last. */
export type Book = { name: string; rows: Rows }[]

/** Columns of the first sheet that tests change. */
export const column = {
  id: 0,
  description: 3,
  workload: 4,
  months: 5,
  monthlyCost: 6,
  amount: 7,
  key: 8,
  kind: 10,
  note: 11,
}

/** A budget as its workbook has it. */
export async function exportBook(api: Api, budgetId: string): Promise<Book> {
  const response = await api.fetch(`/budgets/${budgetId}.xlsx`)
  const { sheets } = await readWorkbookCells(new Uint8Array(await response.arrayBuffer()))
  return structuredClone(sheets) as Book
}

/** The row of a line, by its description. */
export const rowOf = (book: Book, description: string): Loose[] =>
  book[0]!.rows.find((row) => row[column.description] === description)!

/** Sends an operation with a file in `$file`. */
export async function sendFile(
  api: Api,
  query: string,
  file: Uint8Array,
  variables: object = {},
): Promise<Loose> {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query, variables: { ...variables, file: null } }))
  form.set('map', JSON.stringify({ '0': ['variables.file'] }))
  form.set('0', new File([file as Uint8Array<ArrayBuffer>], 'budget.xlsx'))
  const headers = { 'apollo-require-preflight': '1' }
  const response = await api.fetch(`/graphql`, { method: 'POST', body: form, headers })
  return response.json()
}

/** Reads a workbook back: what differs. */
export async function readBack(api: Api, budgetId: string, book: Book): Promise<Loose> {
  const query = `query ($budgetId: ID!, $file: Upload!) { readWorkbook(budgetId: $budgetId, file: $file) {
    seal sequence currentSequence changes { kind sheet cell description lineId municipality { code } on field
    base current proposed formula source afterLineId baseVersion currentVersion changedBy problem { code reason } } } }`
  const { data, errors } = await sendFile(api, query, exampleBook(book), { budgetId })
  if (errors) throw new Error(errors[0].extensions.code)
  return data.readWorkbook
}
