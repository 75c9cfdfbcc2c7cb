import { describe, expect, it } from 'vitest'
import { withoutStyles } from './without-styles.ts'

describe('HTML without styles', () => {
  it.each([
    ['<td style="color:red">1</td>', '<td data-style="color:red">1</td>'],
    ["<tr height=0 STYLE='display:none'>", "<tr height=0 data-style='display:none'>"],
    ['<td style=color:red class=x>', '<td data-style=color:red class=x>'],
    ['<td title="a>b" style="x">', '<td title="a>b" data-style="x">'],
    ['<style><!-- td {color:red} --></style><b>1</b>', '<b>1</b>'],
    ['<STYLE media="x">td {}</STYLE >7', '7'],
    ['<style>never ended', ''],
  ])('%s', (html, left) => {
    expect(withoutStyles(html)).toBe(left)
  })

  it.each([
    'a style="b" in a text',
    '<td>1 &lt; 2 style="b"</td>',
    '<td data-sheets-value=\'{"2":"x style=y"}\'>',
    '<!-- <td style="x"> --><td>',
    '<td title="never ended style=',
  ])('leaves %s', (html) => {
    expect(withoutStyles(html)).toBe(html)
  })

  it('takes no longer for what is made to take long', () => {
    withoutStyles('<td style="'.repeat(100_000))
    withoutStyles('<style'.repeat(100_000))
    withoutStyles('<!--'.repeat(100_000))
  }, 5000)
})
