import type { IncomingMessage } from 'node:http'

/** The same in both languages. */
export interface Sentence {
  readonly sv: string
  readonly en: string
}

/** The language that whoever asks would rather read: English when it comes before Swedish in `Accept-Language`. */
export function languageOf({ headers }: Pick<IncomingMessage, 'headers'>): keyof Sentence {
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map((range) => {
      const [tag, quality = '1'] = range.split(/;\s*q=/)
      return { language: tag!.trim().slice(0, 2).toLowerCase(), quality: Number(quality) }
    })
    .filter(({ language, quality }) => (language === 'en' || language === 'sv') && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  return wanted[0]?.language === 'en' ? 'en' : 'sv'
}
