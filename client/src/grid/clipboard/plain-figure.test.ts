import { expect, it } from 'vitest'
import { plainFigure } from './plain-figure.ts'

it.each([
  ['-   kr', '0'],
  [' -\u00a0\u00a0\u00a0kr ', '0'],
  ['- ', '0'],
  ['\u2013', '0'],
  ['kr -', '0'],
  ['(12 600)', '-12 600'],
  ['(12\u00a0600,50 kr)', '-12\u00a0600,50 kr'],
  ['kr 500', '500 kr'],
  ['-kr 500', '-500 kr'],
  ['kr \u2212500', '-500 kr'],
  ['(kr 500)', '-500 kr'],
  ['(4,2 %)', '-4,2 %'],
])('takes %j for %j', (told, plain) => {
  expect(plainFigure(told)).toBe(plain)
})

it.each([
  '',
  '12 600',
  '-35,01 kr',
  '5E+05',
  '(12',
  '(-12)',
  '-(12)',
  '--',
  'kr',
  '()',
  '=-(5)',
  'x',
])('leaves %j as it is', (text) => {
  expect(plainFigure(text)).toBe(text)
})
