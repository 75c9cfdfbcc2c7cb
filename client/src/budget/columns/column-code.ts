import type { MunicipalityCode } from '@andel/schema/allocation'

/** The prefix that tells a participant's column from the others. */
const sharePrefix = 'share '

export function shareColumn(code: MunicipalityCode): string {
  return sharePrefix + code
}

/** The participant whose column it is; nothing for the other columns. */
export function columnCode(column: string): MunicipalityCode | undefined {
  return column.startsWith(sharePrefix) ? column.slice(sharePrefix.length) : undefined
}
