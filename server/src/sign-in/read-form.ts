import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { BadRequest } from '../http/bad-request.ts'
import { unholdableIn } from '../scalars/holdable-text.ts'

/** Longest body in bytes: a form with a few fields is far below. */
const largest = 16 * 1024

const jsonInUtf8 = /^application\/json\s*(;\s*charset="?utf-?8"?\s*)?$/i

const refuseOthers: RequestHandler = (request, response, next) => {
  response.set('Cache-Control', 'no-store')
  if (request.method !== 'POST') {
    response.set('Allow', 'POST')
    throw new BadRequest(onlyPost, 405)
  }
  if (!jsonInUtf8.test(request.headers['content-type'] ?? '')) throw new BadRequest(onlyJson, 415)
  next()
}

const tellTooLarge: ErrorRequestHandler = (error: { type?: string }, _request, _response, next) => {
  next(error.type === 'entity.too.large' ? new BadRequest(tooLarge, 413) : error)
}

/**
 * Lets through what is posted as JSON, which no page of somebody else's can send without being asked, and reads it. What is
 * answered is kept nowhere.
 */
export const readForm = [
  refuseOthers,
  express.json({ limit: largest, inflate: false }),
  tellTooLarge,
]

/**
 * Fields of a form by name.
 *
 * @throws {BadRequest} 400 `BAD_INPUT` when one is missing, no text, or none that databases hold
 */
export function fieldsOf<Name extends string>(
  body: unknown,
  ...names: readonly Name[]
): Record<Name, string> {
  const form = typeof body === 'object' && body !== null ? body : {}
  const fields = names.map((name) => {
    const value: unknown = Object.hasOwn(form, name)
      ? (form as Record<string, unknown>)[name]
      : undefined
    if (typeof value !== 'string') throw new BadRequest(missing(name), 400, 'BAD_INPUT')
    if (unholdableIn(value)) throw new BadRequest(unholdable(name), 400, 'BAD_INPUT')
    return [name, value]
  })
  return Object.fromEntries(fields) as Record<Name, string>
}

const onlyPost = { sv: 'Sänd anropet med POST.', en: 'Send the request with POST.' }
const onlyJson = {
  sv: 'Sänd anropet som application/json i UTF-8.',
  en: 'Send the request as application/json in UTF-8.',
}
const tooLarge = {
  sv: `Anropet är större än ${largest / 1024} KiB.`,
  en: `The request is larger than ${largest / 1024} KiB.`,
}
const missing = (name: string) => ({
  sv: `Anropet saknar texten ${name}.`,
  en: `The request lacks the text ${name}.`,
})
const unholdable = (name: string) => ({
  sv: `Texten ${name} har tecken som inte kan lagras.`,
  en: `The text ${name} has characters that cannot be stored.`,
})
