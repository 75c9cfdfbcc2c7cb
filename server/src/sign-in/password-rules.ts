import { commonPasswords } from './common-passwords.ts'

/** In characters, as people count them. */
export const passwordLength = { least: 12, most: 200 } as const

/** Why a password cannot be chosen. */
export type WeakPassword =
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_COMMON'
  | 'PASSWORD_PERSONAL'

/** Words of a name that are shorter are in too many passwords by chance. */
const tellingWord = 4

/**
 * Why somebody may not have a password; undefined when there is no reason. Length counts, not kinds of characters; what is on
 * everybody's list or follows from who it is does not.
 */
export function weaknessOf(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): WeakPassword | undefined {
  const normal = password.normalize('NFKC')
  const length = [...normal].length
  if (length < passwordLength.least) return 'PASSWORD_TOO_SHORT'
  if (length > passwordLength.most) return 'PASSWORD_TOO_LONG'
  const plain = bare(normal)
  if (new Set(plain).size < 5 || commonPasswords.has(plain)) return 'PASSWORD_COMMON'
  const own = [...words(name), ...words(email), 'andel']
  const left = own.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  // what remains beside one's own words, the figures of years and the like, must be a password by itself
  if (left !== plain && left.replace(/\d/g, '').length < 8) return 'PASSWORD_PERSONAL'
  return undefined
}

/** Without what people add to a word to make it pass: capitals, spaces, marks. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || text

function words(text: string): string[] {
  const parts = text.normalize('NFKC').split(/[^\p{L}\p{N}]+/u)
  return [bare(text), ...parts.map(bare)]
    .filter((word) => word.length >= tellingWord)
    .toSorted((a, b) => b.length - a.length)
}
