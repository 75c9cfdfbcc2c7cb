import type { Request, Response } from 'express'
import { languageOf } from '../http/sentence.ts'
import { tableErrors } from './refusal.ts'
import type { TableFormat } from './table-format.ts'
import type { Table } from './table.ts'

/**
 * Sends a table while it is read, no faster than it is taken. When whoever asked leaves, the reading ends. A table that
 * breaks off never looks whole: the connection is cut, or the last line of NDJSON says `{"error": …}`.
 */
export async function sendTable(
  request: Request,
  response: Response,
  table: Table,
  format: TableFormat,
): Promise<void> {
  response.attachment(`${fileName(table.name)}.${format.extension}`)
  response.setHeader('Content-Type', format.mediaType)
  const room = roomIn(response)
  try {
    for await (const chunk of format.write(table)) {
      if (response.destroyed) return
      const hasRoom = response.write(chunk)
      // Compression would keep the first rows until it has enough of them.
      ;(response as Response & { flush?: () => void }).flush?.()
      if (!hasRoom) await room()
    }
    response.end()
  } catch (error) {
    const [told] = tableErrors(error, languageOf(request))
    if (!format.tellsErrors) return void response.destroy()
    response.end(`${JSON.stringify({ error: told })}\n`)
  }
}

/** Without what some system does not take in the name of a file, and what is not seen but turns the letters around. */
function fileName(name: string): string {
  return (
    name
      .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]+/gu, '-')
      .replace(/^[\s.-]+|[\s.-]+$/g, '')
      .trim() || 'andel'
  )
}

/** Waits until more can be written, or nobody is there any more. One listener for all: compression never removes any. */
function roomIn(response: Response): () => Promise<void> {
  let wake = (): void => undefined
  response.on('drain', () => wake())
  response.on('close', () => wake())
  return () =>
    new Promise((resolve) => {
      wake = resolve
      if (response.destroyed) resolve()
    })
}
