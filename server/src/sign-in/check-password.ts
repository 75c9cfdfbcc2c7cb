import { BadRequest } from '../http/bad-request.ts'
import type { Sentence } from '../http/sentence.ts'
import { type WeakPassword, passwordLength, weaknessOf } from './password-rules.ts'

/**
 * Goes on when somebody may have a password.
 *
 * @throws {BadRequest} 400 with a code of `WeakPassword`
 */
export function checkPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): void {
  const weakness = weaknessOf(password, person)
  if (weakness) throw new BadRequest(sentences[weakness], 400, weakness)
}

const { least, most } = passwordLength

const sentences: Record<WeakPassword, Sentence> = {
  PASSWORD_TOO_SHORT: {
    sv: `Lösenordet ska ha minst ${least} tecken.`,
    en: `The password must have at least ${least} characters.`,
  },
  PASSWORD_TOO_LONG: {
    sv: `Lösenordet får ha högst ${most} tecken.`,
    en: `The password may have at most ${most} characters.`,
  },
  PASSWORD_COMMON: {
    sv: 'Lösenordet är för vanligt eller enformigt. Välj ett som ingen annan kommer på.',
    en: 'The password is too common or uniform. Choose one that nobody else thinks of.',
  },
  PASSWORD_PERSONAL: {
    sv: 'Lösenordet bygger på ditt namn, din e-postadress eller Andel. Välj ett annat.',
    en: 'The password is made of your name, your e-mail or Andel. Choose another.',
  },
}
