import { AsyncLocalStorage } from 'node:async_hooks'

/** A request that is being answered, as the log names it. */
export class NamedRequest {
  /** Own id of whoever asks; undefined as long as it is not known, and for nobody. */
  actor: string | undefined
  private id: string | undefined

  /** Of this request alone: what else the log tells of it has the same. */
  get named(): { request: string; actor?: string } {
    this.id ??= `${processMark}-${(count++).toString(36)}`
    return { request: this.id, ...(this.actor !== undefined && { actor: this.actor }) }
  }
}

/** Tells one run of the server from another. */
const processMark = Date.now().toString(36)
let count = 0

const requests = new AsyncLocalStorage<NamedRequest>()

/** Does something, and all that follows from it, for a request. */
export function forRequest(request: NamedRequest, answer: () => void): void {
  requests.run(request, answer)
}

/** The request that what happens now is for; undefined when it is for none. */
export function currentRequest(): NamedRequest | undefined {
  return requests.getStore()
}

/** Notes who sends the present request. @param id - own id of the person; empty for nobody */
export function noteActor(id: string): void {
  const request = requests.getStore()
  if (request && id !== '') request.actor = id
}
