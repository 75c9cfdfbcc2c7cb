import { randomBytes } from 'node:crypto'
import { hashSecret, opens } from '../access/secret.ts'

/** Letters and figures that are not taken for each other. */
const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 4
const groupLength = 4

/** Where the first administrator comes in, with a code that stands on the console. Once closed it never opens again. */
export class SetUpDoor {
  private code: string | undefined

  constructor(isOpen: boolean) {
    this.code = isOpen ? newCode() : undefined
  }

  /** The code, 80 bits in groups: "7K2M-Q9TV-…"; undefined when the door is closed. */
  get shownCode(): string | undefined {
    return this.code
  }

  /** Whether it is the code, however it is typed. */
  opensWith(typed: string): boolean {
    return opens(plain(typed), this.code && hashSecret(plain(this.code)))
  }

  close(): void {
    this.code = undefined
  }
}

function newCode(): string {
  const drawn = [...randomBytes(groups * groupLength)].map((byte) => characters[byte % 32]!)
  return drawn.join('').match(/.{4}/g)!.join('-')
}

/** With letters that look like figures read as those, and without what is between. */
const plain = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
