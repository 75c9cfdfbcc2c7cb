import type { RegionText } from './statistics-table.ts'

/** A municipality as offices name it. */
export interface NamedMunicipality {
  readonly code: string
  readonly name: string
  readonly fullName: string
}

/** Why a region is no municipality that Andel knows. */
export type RegionProblem = 'COUNTRY' | 'COUNTY' | 'OLD_CODE' | 'UNKNOWN_REGION' | 'OTHER_NAME'

/** Counties that are no more, whose municipalities got new codes in 1997 and 1998. */
const oldCounties = ['11', '15', '16']
/** Heby moved from Västmanland to Uppsala county in 2007: 0331. */
const oldCodes = ['1917']

/** Finds municipalities by what a file calls them. */
export class MunicipalityDirectory {
  private readonly byCode: ReadonlyMap<string, NamedMunicipality>
  private readonly byName: ReadonlyMap<string, NamedMunicipality>

  constructor(municipalities: readonly NamedMunicipality[]) {
    this.byCode = new Map(municipalities.map((one) => [one.code, one]))
    this.byName = new Map(
      municipalities.flatMap((one) => [one.name, one.fullName].map((name) => [folded(name), one])),
    )
  }

  has(code: string): boolean {
    return this.byCode.has(code)
  }

  /**
   * A code, "2303 Ragunda", or a name alone. A code whose name is another's is refused: the rows may have slipped,
   * or the codes may be those of another country.
   */
  find({ code: written = '', name: named }: RegionText): { code: string } | RegionProblem {
    const [, digits, rest] = /^(\d{1,5})(?:[\s.,:-]+(.*))?$/.exec(written.trim()) ?? []
    const name = (named === written ? undefined : named?.replace(/^\d{2,5}\s+/, '')) ?? rest
    if (digits === undefined) return this.findByName(named ?? written)
    if (/^0+$/.test(digits)) return 'COUNTRY'
    // an empty first digit of four is lost in Excel; Kolada writes counties as 0001–0025
    const code = digits.length === 3 ? `0${digits}` : digits
    if (code.length === 2 || /^00\d\d$/.test(code)) return 'COUNTY'
    const found = this.byCode.get(code)
    if (!found) return isOld(code) ? 'OLD_CODE' : 'UNKNOWN_REGION'
    return name === undefined || isSame(found, name) ? { code } : 'OTHER_NAME'
  }

  private findByName(name: string): { code: string } | RegionProblem {
    const found = this.byName.get(folded(name))
    if (found) return { code: found.code }
    if (/^(riket|hela riket|sverige|sweden|the whole country)$/i.test(name.trim())) return 'COUNTRY'
    return /\b(län|county)$/i.test(name.trim()) ? 'COUNTY' : 'UNKNOWN_REGION'
  }
}

function isOld(code: string): boolean {
  return code.length === 4 && (oldCodes.includes(code) || oldCounties.includes(code.slice(0, 2)))
}

/** Names change: "Malung" is now "Malung-Sälen". */
function isSame({ name, fullName }: NamedMunicipality, written: string): boolean {
  const theirs = folded(written)
  if (theirs === '' || /^\d+$/.test(theirs) || folded(fullName) === theirs) return true
  return folded(name).startsWith(theirs) || theirs.startsWith(folded(name))
}

/** Letters and digits alone, in one case, composed the same way. */
function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
