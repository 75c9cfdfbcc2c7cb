import type { LineMarks } from '../columns/context.ts'
import type { Sheet, SheetLine } from '../sheet/sheet.ts'
import type { SheetVoice } from '../useVoice.ts'

/**
 * What the name of a line tells besides: to whom it has been opened, and what the own municipality has noted.
 *
 * @param remarks - texts by municipality code
 */
export function lineMarks(
  { openedTo }: SheetLine,
  remarks: Readonly<Record<string, string>>,
  { names }: Sheet,
  { t }: Pick<SheetVoice, 't'>,
): LineMarks {
  const noted = Object.entries(remarks)
  const opened = openedTo.map((code) => names[code] ?? code).join(', ')
  return {
    signs: [
      ...(openedTo.length > 0 ? (['unlocked'] as const) : []),
      ...(noted.length > 0 ? (['note'] as const) : []),
    ],
    words: [
      ...(opened ? [t('rights.openFor', { names: opened })] : []),
      ...noted.map(([code, text]) => t('rights.remark.told', { name: names[code] ?? code, text })),
    ],
  }
}
