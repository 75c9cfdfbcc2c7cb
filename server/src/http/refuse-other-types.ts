import type { RequestHandler } from 'express'
import { BadRequest } from './bad-request.ts'

/** Forms and plain text, which any page can send without being asked, are no way to send a query. */
export const refuseOtherTypes: RequestHandler = (request, _response, next) => {
  const told = request.method === 'POST' && request.headers['content-type'] !== undefined
  const taken = /^(application\/json|multipart\/form-data)\s*(;|$)/i
  next(
    told && !taken.test(request.headers['content-type']!)
      ? new BadRequest(sentence, 415)
      : undefined,
  )
}

const sentence = {
  sv: 'Sänd anropet som application/json, eller som multipart/form-data med en fil.',
  en: 'Send the request as application/json, or as multipart/form-data with a file.',
}
