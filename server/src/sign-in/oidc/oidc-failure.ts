import type { SignInFailureCode } from '@andel/schema/sign-in-failure'
import type { AuditReason } from '../../audit/audit-details.ts'

/** Why nobody is signed in. The code is for the page, the reason for the audit log, and the cause for the log alone. */
export class OidcFailure extends Error {
  override readonly name = 'OidcFailure'

  /**
   * @param reason - undefined for what nobody tried
   * @param subject - global id of the person, when it is known
   */
  constructor(
    readonly code: SignInFailureCode,
    readonly reason: AuditReason | undefined,
    { cause, subject }: { cause?: unknown; subject?: string } = {},
  ) {
    super(`${code} ${reason ?? ''}`.trim(), { cause })
    this.subject = subject
  }

  readonly subject: string | undefined
}
