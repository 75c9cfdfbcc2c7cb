/** What is left alone wherever it stands, and why: a plugin of Stryker. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'nothing that decides',
    value: {
      shouldIgnore(path) {
        if (path.isDecorator()) return 'declares what is stored or asked for'
        if (path.isObjectExpression() && isSentence(path.node)) return 'what people read'
        return undefined
      },
    },
  },
]

/** `{ sv: '…', en: '…' }` */
function isSentence({ properties }) {
  const names = properties.map(({ key }) => key?.name)
  return names.length === 2 && names.includes('sv') && names.includes('en')
}
