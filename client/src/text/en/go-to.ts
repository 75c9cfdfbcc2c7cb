/** Going to a cell by its name or its address. */
export const goTo = {
  title: 'Go to',
  label: 'Line number and column or municipality',
  hint: 'For example 5 Ragunda, total Åre, 3 or amount. The beginning of a name is enough.',
  go: 'Go there',
  empty: 'Write a line, a column or both.',
  noLine: 'There is no line {number}.',
  nothing: 'No column is called “{text}”.',
  several: 'Several columns begin with “{text}”. Write more of the name.',
  notShown: 'The cell is not shown now: it is filtered out, or its column is hidden.',
  gone: 'The line that the link leads to is no longer there.',
}
