import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const pairs = css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)
const tokens = new Map([...pairs].map(([, name, light, dark]) => [name, { light, dark }]))

const grounds = ['paper', 'surface', 'sunken', 'hover', 'accent-wash']
const meanings = ['positive', 'negative', 'warning', 'info']

/** Contrast as WCAG 2.1 has it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? 'missing'

  it.each(['ink', 'ink-muted', 'accent', 'accent-hover', ...meanings])(
    'text in --%s can be read on every ground',
    (ink) => {
      for (const ground of grounds) {
        expect(contrast(colour(ink), colour(ground))).toBeGreaterThan(4.5)
      }
    },
  )

  it.each(meanings)('--%s can be read on its own wash', (meaning) => {
    expect(contrast(colour(meaning), colour(`${meaning}-wash`))).toBeGreaterThan(4.5)
    expect(contrast(colour('ink'), colour(`${meaning}-wash`))).toBeGreaterThan(4.5)
  })

  it.each(['accent', 'accent-hover'])('text on --%s can be read', (ground) => {
    expect(contrast(colour('on-accent'), colour(ground))).toBeGreaterThan(4.5)
  })

  it.each(Array.from({ length: 8 }, (_, number) => `who-${number}`))(
    'a name on --%s can be read, and its frame seen',
    (who) => {
      for (const ground of ['surface', 'paper', 'sunken']) {
        expect(contrast(colour(who), colour(ground))).toBeGreaterThan(4.5)
      }
    },
  )

  it.each(['line-strong', 'focus', 'rule'])('--%s can be seen on every ground', (line) => {
    for (const ground of grounds) {
      expect(contrast(colour(line), colour(ground))).toBeGreaterThan(3)
    }
  })
})
