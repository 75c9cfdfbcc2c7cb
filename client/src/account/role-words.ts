import type { TextKey, TextValues } from '../text/useText.ts'
import type { GrantedRole } from './useViewer.ts'

/** Roles in words: "samordnare för Familjehemscentrum". The municipality comes first, where there is one. */
export function roleWords(
  grants: readonly GrantedRole[],
  t: (key: TextKey, values?: TextValues) => string,
): string[] {
  return grants.map(({ role, jointService, municipality }) => {
    const word = t(`account.roles.${role}`)
    const place = municipality?.name ?? jointService?.name
    return place === undefined ? word : t('account.roleOf', { role: word, place })
  })
}
