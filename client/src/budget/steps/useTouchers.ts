import { shallowRef, watch, type Ref } from 'vue'
import { byWhom } from '../../account/by-whom.ts'
import { shortMoment } from '../conflict/clash-words.ts'
import { lastAbout, newestChanges, type NewestChange } from '../conflict/newest-changes.ts'
import type { SheetScreen } from '../useSheetScreen.ts'
import { onlyCells } from './standing.ts'
import type { Touched } from './touched.ts'

/** Who has changed what a step left, and when, as the log has it; nothing until it has been asked. */
export function useTouchers(
  { sheet, voice }: SheetScreen,
  touched: Readonly<Ref<readonly Touched[]>>,
) {
  const changes = shallowRef<readonly NewestChange[]>([])
  const { ids } = sheet.saving

  watch(
    touched,
    async (all) => {
      const edits = all.map(({ edit }) => edit)
      changes.value = await newestChanges(sheet.committed.value.id, edits, ids.value)
    },
    { immediate: true },
  )

  return ({ edit, part }: Touched): string => {
    const concerned =
      edit.kind === 'setLine' ? { ...edit, fields: onlyCells(edit.fields, [part]) } : edit
    const change = lastAbout(concerned, changes.value, ids.value)
    if (!change) return ''
    const by = byWhom({ by: change.actor, byId: change.actorId }, voice.t)
    return voice.t('conflict.wrote', { by, at: shortMoment(change.at, voice) })
  }
}
