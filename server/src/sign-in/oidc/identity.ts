import { type Configuration, type IDToken, fetchUserInfo } from 'openid-client'
import { log } from '../../operation/log.ts'
import { readEmail, readName } from '../../person/name-and-email.ts'

/** Who somebody is to a provider. Issuer and subject together are the identity; the rest is what the person is called. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  /** Undefined when the provider does not say, or nothing that can be shown. */
  readonly name: string | undefined
  readonly email: string | undefined
}

/** What a provider may say of a person. */
type Claims = Readonly<Record<string, unknown>>

/** Characters of a subject, as OpenID Connect has it. */
const longestSubject = 255
const longestName = 200

/**
 * Who a checked token is about. What it does not say is asked for, where the provider can be asked; without an answer it is
 * left open.
 *
 * @returns undefined when the subject is none
 */
export async function identityFrom(
  as: Configuration,
  token: IDToken,
  accessToken: string,
): Promise<Identity | undefined> {
  const { iss: issuer, sub: subject } = token
  if (subject === '' || subject.length > longestSubject) return undefined
  const told = { issuer, subject, ...namesIn(token) }
  const canBeAsked = as.serverMetadata().userinfo_endpoint !== undefined
  if ((told.name !== undefined && told.email !== undefined) || !canBeAsked) return told
  const asked = await askFor(as, accessToken, subject)
  return { ...told, name: told.name ?? asked.name, email: told.email ?? asked.email }
}

async function askFor(
  as: Configuration,
  accessToken: string,
  subject: string,
): Promise<Pick<Identity, 'name' | 'email'>> {
  try {
    return namesIn(await fetchUserInfo(as, accessToken, subject))
  } catch (err) {
    log.warn({ err }, 'the provider does not say what a person is called')
    return { name: undefined, email: undefined }
  }
}

function namesIn(claims: Claims): Pick<Identity, 'name' | 'email'> {
  const { name, given_name: given, family_name: family, email } = claims
  const parts = [given, family].filter((part) => typeof part === 'string')
  return {
    name: nameFrom(name) ?? nameFrom(parts.join(' ')),
    email: typeof email === 'string' ? readEmail(email) : undefined,
  }
}

/** As much of a name as is kept; what is not shown is left out. */
function nameFrom(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined
  const shown = claim.slice(0, 10 * longestName).replace(/\p{C}+/gu, ' ')
  return readName([...shown.normalize('NFC').trim()].slice(0, longestName).join(''))
}
