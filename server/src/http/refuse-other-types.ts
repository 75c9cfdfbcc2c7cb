import type { RequestHandler } from 'express'
import { BadRequest } from './bad-request.ts'

/**
 * Forms and plain text, which any page can send without being asked, are no way to send a query; nor is JSON in another
 * encoding than UTF-8, which others on the way may read as something else.
 */
export const refuseOtherTypes: RequestHandler = (request, _response, next) => {
  const told = request.method === 'POST' ? request.headers['content-type'] : undefined
  next(told !== undefined && !isTaken(told) ? new BadRequest(sentence, 415) : undefined)
}

function isTaken(type: string): boolean {
  if (!/^(application\/json|multipart\/form-data)\s*(;|$)/i.test(type)) return false
  return [...type.matchAll(/;\s*charset\s*=\s*("?)([^";\s]*)\1/gi)].every(([, , charset]) =>
    /^utf-?8$/i.test(charset!),
  )
}

const sentence = {
  sv: 'Sänd anropet som application/json i UTF-8, eller som multipart/form-data med en fil.',
  en: 'Send the request as application/json in UTF-8, or as multipart/form-data with a file.',
}
