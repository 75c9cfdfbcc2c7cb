/** Both flavours of what lies on the clipboard. */
export interface SystemClip {
  readonly text: string
  readonly html: string
}

/**
 * HTML as it lies there, where the browser can: it loses what spreadsheets add when the browser cleans it, and cleaning
 * applies its styles, which the page's policy refuses with a complaint each. Only texts are read from it in any case.
 */
interface ReadsRaw {
  read(how: { readonly unsanitized: readonly string[] }): Promise<ClipboardItems>
}

/** Writes to the clipboard without a key; `false`: the browser does not let us. */
export async function writeToSystem({ text, html }: SystemClip): Promise<boolean> {
  const blob = (said: string, type: string): Blob => new Blob([said], { type })
  try {
    const item = new ClipboardItem({
      'text/plain': blob(text, 'text/plain'),
      'text/html': blob(html, 'text/html'),
    })
    await navigator.clipboard.write([item])
    return true
  } catch {
    return false // not over a safe connection, or not permitted
  }
}

/** Reads the clipboard without a key; nothing when the browser does not let us. */
export async function readFromSystem(): Promise<SystemClip | undefined> {
  try {
    const items = await (navigator.clipboard as unknown as ReadsRaw).read({
      unsanitized: ['text/html'],
    })
    const flavour = async (type: string): Promise<string> => {
      const item = items.find(({ types }) => types.includes(type))
      return item ? (await item.getType(type)).text() : ''
    }
    return { text: await flavour('text/plain'), html: await flavour('text/html') }
  } catch {
    return undefined
  }
}
