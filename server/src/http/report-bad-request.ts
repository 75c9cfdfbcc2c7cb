import type { ErrorRequestHandler } from 'express'
import { BadRequest } from './bad-request.ts'

interface HttpError extends Error {
  readonly status?: number
  readonly type?: string
}

/** What HTTP itself refuses (no JSON, too large, no such file), in the shape of a GraphQL error. */
export const reportBadRequest: ErrorRequestHandler = (
  error: HttpError,
  _request,
  response,
  next,
) => {
  if (response.headersSent) return next(error)
  const status = error.status ?? 500
  if (status >= 500) console.error(error)
  const [code, message] =
    error instanceof BadRequest
      ? (['BAD_REQUEST', error.message] as const)
      : (sentences[error.type ?? ''] ?? fallbackFor(status))
  response.status(status).json({ errors: [{ message, extensions: { code } }] })
}

const sentences: Readonly<Record<string, readonly [code: string, message: string]>> = {
  'entity.parse.failed': ['BAD_REQUEST', 'Anropet är inte giltig JSON.'],
  'entity.too.large': ['BAD_REQUEST', 'Anropet är större än 1 MiB. Dela upp det.'],
}

function fallbackFor(status: number): readonly [code: string, message: string] {
  if (status === 404) return ['NOT_FOUND', 'Det finns inget på den adressen.']
  return status < 500
    ? ['BAD_REQUEST', 'Anropet går inte att läsa.']
    : ['INTERNAL_SERVER_ERROR', 'Något gick fel hos oss.']
}
