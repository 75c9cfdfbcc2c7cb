/** What HTTP itself refuses; the message is for whoever sent it. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'

  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message)
  }
}
