import type { Key, MunicipalityCode } from '@andel/schema/allocation'
import type { SheetLine } from './sheet.ts'

/** What can be typed or chosen in a line. */
export type LineField = Exclude<keyof SheetLine, 'id' | 'version'>
export type LineFields = Partial<Pick<SheetLine, LineField>>

/** A key as it is typed in the dialog. */
export interface KeyDraft extends Key {
  readonly note: string
}

/** Something done to the sheet. Ids are those of this screen. */
export type Edit =
  | { readonly kind: 'setLine'; readonly lineId: string; readonly fields: LineFields }
  | {
      readonly kind: 'addLine'
      readonly lineId: string
      /** At the end when null. */
      readonly afterLineId: string | null
      readonly fields: LineFields & { readonly keyId: string }
    }
  | { readonly kind: 'removeLine'; readonly lineId: string }
  | {
      readonly kind: 'restoreLine'
      readonly lineId: string
      /** As it was, to be shown until the server answers. */
      readonly line: SheetLine
      /** Where it is shown until then; first when null. */
      readonly afterLineId: string | null
    }
  | {
      readonly kind: 'moveLine'
      readonly lineId: string
      /** First when null. */
      readonly afterLineId: string | null
    }
  | {
      readonly kind: 'setPopulation'
      readonly code: MunicipalityCode
      readonly on: string
      readonly inhabitants: number
      readonly source: string
      readonly note: string | null
    }
  | { readonly kind: 'setKey'; readonly keyId: string; readonly key: KeyDraft }
  | { readonly kind: 'addKey'; readonly keyId: string; readonly key: KeyDraft }
  | { readonly kind: 'removeKey'; readonly keyId: string }
