import express, { type Request, type RequestHandler } from 'express'
import { BadRequest } from './bad-request.ts'
import { largest } from './limits.ts'
import { sentences } from './report-bad-request.ts'

const plain = express.json({ limit: largest.operation })
const packed = express.json({ limit: largest.unpacked }) // counted while it is unpacked

/**
 * Reads an operation in JSON. A packed one says how long it is, and is as long as a plain one may be at most: what it holds
 * may then be more.
 */
export const readOperation: RequestHandler = (request, response, next) => {
  if (!isPacked(request)) return plain(request, response, next)
  const { 'content-length': length } = request.headers
  if (length === undefined) return next(new BadRequest(unsaid, 411))
  if (Number(length) > largest.operation) return next(new BadRequest(sentences.tooLarge, 413))
  packed(request, response, next)
}

const isPacked = ({ headers, method }: Request): boolean =>
  method === 'POST' && (headers['content-encoding'] ?? 'identity') !== 'identity'

const unsaid = {
  sv: 'Ett packat anrop ska ha Content-Length.',
  en: 'A packed request must have Content-Length.',
}
