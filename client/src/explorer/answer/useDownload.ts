import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import { asFailure, type WrittenQuery } from '../../api/index.ts'
import { useText } from '../../text/useText.ts'
import { titleOf } from '../run/operation.ts'
import type { JsonAnswer } from '../run/answer.ts'
import { type Download, fetchFile, saveFile } from './download.ts'

/** Fetches answers as files, and says how it goes. */
export function useDownload() {
  const { t, language, failureText } = useText()
  const told = shallowRef('')
  let fetching: AbortController | undefined
  onScopeDispose(() => fetching?.abort())

  async function download(query: WrittenQuery, kind: Download): Promise<void> {
    fetching?.abort()
    const mine = (fetching = new AbortController())
    told.value = t('explorer.downloading')
    try {
      const file = await fetchFile(query, kind, { language: language.value, signal: mine.signal })
      if ('errors' in file) told.value = file.errors.map(({ message }) => message).join(' ')
      else save(file.name, file.content)
    } catch (thrown) {
      if (!mine.signal.aborted) told.value = failureText(asFailure(thrown))
    }
  }

  function saveJson(query: WrittenQuery, { text }: JsonAnswer): void {
    save(`${titleOf(query.query)}.json`, new Blob([text], { type: 'application/json' }))
  }

  function save(name: string, content: Blob): void {
    saveFile(name, content)
    told.value = t('explorer.downloaded', { name })
  }

  return { told: shallowReadonly(told), download, saveJson }
}
