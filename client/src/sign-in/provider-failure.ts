import { type SignInFailureCode, signInFailures } from '@andel/schema/sign-in-failure'
import type { TextKey } from '../text/useText.ts'

const sentences: Readonly<Record<SignInFailureCode, TextKey>> = {
  avbruten: 'ownAccount.provider.gaveUp',
  nekad: 'ownAccount.provider.refused',
  'svarar-inte': 'ownAccount.provider.silent',
  'for-sent': 'ownAccount.provider.late',
  'for-manga': 'ownAccount.provider.tooMany',
  'gammal-lank': 'signIn.linkGone',
}

/** What to tell of a sign-in at a provider, or by a link, that failed; nothing for a code that is none of ours. */
export function providerFailure(code: unknown): TextKey | undefined {
  const known = signInFailures.find((one) => one === code)
  return known && sentences[known]
}
