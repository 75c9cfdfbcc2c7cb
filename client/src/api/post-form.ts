import { Offline } from './failure.ts'

/** Forms that are no GraphQL: ways in and out, which set the cookie. */
export type FormPath = '/sign-in' | '/sign-out' | '/set-up' | '/invitation' | '/password'

/** A form that was refused; `code` says why. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly status: number,
    readonly code: string,
    /** How long to wait, when that is why. */
    readonly seconds: number,
  ) {
    super(code)
  }
}

/**
 * Sends a form. Returns what is answered; undefined when that is nothing.
 *
 * @throws {Offline} nothing answered, or somebody on behalf of the server
 * @throws {Refusal}
 */
export async function postForm(path: FormPath, form: object): Promise<unknown> {
  const response = await post(path, form)
  const answer = await read(response)
  if (response.ok) return answer
  const [error] =
    (answer as { errors?: { extensions?: { code?: string } }[] } | undefined)?.errors ?? []
  const code = error?.extensions?.code
  if (code === undefined) throw new Offline()
  throw new Refusal(response.status, code, Number(response.headers.get('retry-after') ?? 0))
}

async function post(path: FormPath, form: object): Promise<Response> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    return await fetch(path, { method: 'POST', headers, body: JSON.stringify(form) })
  } catch {
    throw new Offline()
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    throw new Offline()
  }
}
