import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** Names of the fields that are asked for of what a resolver answers with; @skip and @include are not looked at. */
export function askedFields(info: GraphQLResolveInfo): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<string>()
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') names.add(selection.name.value)
      else if (selection.kind === 'InlineFragment') collect(selection.selectionSet)
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        collect(info.fragments[selection.name.value]?.selectionSet)
      }
    }
  }
  for (const node of info.fieldNodes) collect(node.selectionSet)
  return names
}
