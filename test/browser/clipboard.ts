import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** Both flavours of what lies on a clipboard. */
export interface Clip {
  readonly text: string
  readonly html: string
}

/** What a spreadsheet program puts on the clipboard: see the fixtures' own account of themselves. */
export function clipOf(program: 'excel-windows' | 'libreoffice' | 'google-sheets'): Clip {
  const read = (ending: string): string =>
    readFileSync(new URL(`clipboard/${program}.${ending}`, import.meta.url), 'utf8')
  return { text: read('txt'), html: read('html') }
}

/** Pastes as the browser does when Ctrl+V is pressed with this on the clipboard. */
export async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer()
      if (plain) clipboardData.setData('text/plain', plain)
      if (rich) clipboardData.setData('text/html', rich)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    [text, html] as const,
  )
}

/** Presses a key that copies or cuts, and tells what the page then put on the clipboard. */
export async function pressToCopy(page: Page, key: 'Control+c' | 'Control+x'): Promise<Clip> {
  const told = page.evaluate(
    (type) =>
      new Promise<{ text: string; html: string }>((resolve) => {
        const onCopy = ({ clipboardData }: ClipboardEvent): void =>
          resolve({
            text: clipboardData?.getData('text/plain') ?? '',
            html: clipboardData?.getData('text/html') ?? '',
          })
        addEventListener(type, (event) => onCopy(event as ClipboardEvent), { once: true })
      }),
    key === 'Control+c' ? 'copy' : 'cut',
  )
  await page.evaluate(() => undefined) // the listener is there
  await page.keyboard.press(key)
  return told
}
