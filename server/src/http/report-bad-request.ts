import type { IncomingMessage } from 'node:http'
import type { ErrorRequestHandler } from 'express'
import { log } from '../operation/log.ts'
import { meters } from '../operation/meters.ts'
import { BadRequest } from './bad-request.ts'
import { inMebibytes, largest } from './limits.ts'
import { type Sentence, languageOf } from './sentence.ts'

interface HttpError extends Error {
  readonly status?: number
  readonly type?: string
}

/** A refusal, ready to be sent as JSON. */
export interface Refusal {
  readonly status: number
  readonly body: { errors: { message: string; extensions: { code: string } }[] }
}

/** What HTTP itself refuses (no JSON, too large, no such file), in the shape of a GraphQL error. */
export const reportBadRequest: ErrorRequestHandler = (error: Error, request, response, next) => {
  if (response.headersSent) return next(error)
  const { status, body } = refusalFor(error, request)
  response.status(status).set('Cache-Control', 'no-store').json(body)
}

/** How an error is told; one that is ours stands in the log. */
export function refusalFor(error: HttpError, request: IncomingMessage): Refusal {
  const { status, code, sentence } = error instanceof BadRequest ? error : explain(error, request)
  if (status >= 500) {
    meters.incidents.inc()
    log.error({ err: error }, 'incident')
  } else meters.refused.inc({ code })
  const message = sentence[languageOf(request)]
  return { status, body: { errors: [{ message, extensions: { code } }] } }
}

function explain({ status = 500, type }: HttpError, { headers }: IncomingMessage): BadRequest {
  if (type === 'entity.parse.failed') return new BadRequest(sentences.noJson)
  if (type === 'entity.too.large') {
    const isUpload = headers['content-type']?.startsWith('multipart/')
    return new BadRequest(isUpload ? fileTooLarge : sentences.tooLarge, 413)
  }
  if (status === 404) return new BadRequest(sentences.notFound, 404, 'NOT_FOUND')
  if (status < 500) return new BadRequest(sentences.unreadable, status)
  return new BadRequest(sentences.ours, status, 'INTERNAL_SERVER_ERROR')
}

export const fileTooLarge: Sentence = {
  sv: `Filen är större än ${inMebibytes(largest.file)}.`,
  en: `The file is larger than ${inMebibytes(largest.file)}.`,
}

export const sentences = {
  noJson: { sv: 'Anropet är inte giltig JSON.', en: 'The request is not valid JSON.' },
  tooLarge: {
    sv: `Anropet är större än ${inMebibytes(largest.operation)}. Dela upp det.`,
    en: `The request is larger than ${inMebibytes(largest.operation)}. Split it.`,
  },
  notFound: { sv: 'Det finns inget på den adressen.', en: 'There is nothing at that address.' },
  unreadable: { sv: 'Anropet går inte att läsa.', en: 'The request cannot be read.' },
  ours: { sv: 'Något gick fel hos oss.', en: 'Something went wrong on our side.' },
} satisfies Record<string, Sentence>
