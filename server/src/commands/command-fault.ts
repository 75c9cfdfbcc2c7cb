/** What a command cannot do; the message is for whoever gave it. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault'

  /** @param findings - what is wrong, one by one */
  constructor(
    message: string,
    readonly findings: readonly string[] = [],
  ) {
    super(message)
  }
}
