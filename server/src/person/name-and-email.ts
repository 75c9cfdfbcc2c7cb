/** In characters. */
const longest = 200

/** A name as it is kept; undefined when it is none: empty, too long, or with characters that are not shown. */
export function readName(text: string): string | undefined {
  const name = text.normalize('NFC').trim().replace(/ +/g, ' ')
  return name === '' || name.length > longest || hidden.test(name) ? undefined : name
}

/** An e-mail as it is kept; undefined when it is none. Whether it reaches anybody is not asked: nothing is sent there. */
export function readEmail(text: string): string | undefined {
  const email = text.normalize('NFC').trim()
  const isOne = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\]+$/u.test(email)
  return isOne && email.length <= longest && !hidden.test(email) ? email : undefined
}

/** What a local account signs in with: the e-mail, however it is written. */
export const loginOf = (email: string): string => email.trim().normalize('NFKC').toLowerCase()

/** Line ends and other commands, and what turns the direction of writing or takes no room. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u
