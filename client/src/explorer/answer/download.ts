import { Offline, sendQuery, type WrittenQuery } from '../../api/index.ts'
import type { AnswerError } from '../run/answer.ts'
import type { Asking } from '../run/ask.ts'

/** The whole answer as a file, by its name in the menu. */
export const downloads = {
  csv: 'text/csv',
  csvSv: 'text/csv; excel=sv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
} as const

export type Download = keyof typeof downloads

/** A file, or what the server objects to. */
export type Fetched =
  | { readonly name: string; readonly content: Blob }
  | { readonly errors: readonly AnswerError[] }

/**
 * Fetches the whole table.
 *
 * @throws {Offline} nothing answered, or it broke off
 */
export async function fetchFile(
  query: WrittenQuery,
  kind: Download,
  { language, signal }: Asking,
): Promise<Fetched> {
  const response = await sendQuery(query, { accept: downloads[kind], language }, signal)
  try {
    if (response.ok) {
      return { name: fileName(response.headers), content: await response.blob() }
    }
    const { errors = [] } = (await response.json()) as { errors?: readonly AnswerError[] }
    return { errors }
  } catch (error) {
    if (signal.aborted) throw error
    throw new Offline()
  }
}

/** The name that the server gives the file. */
export function fileName(headers: Headers): string {
  const disposition = headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'andel'
}

/** Hands a file to the browser, as if a link to it had been followed. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}
