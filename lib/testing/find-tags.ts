/** Attributes of an element in markup; a bare attribute has the empty text. */
export type Attributes = Record<string, string>;

/** The opening tags of a kind in a page's markup, with their attributes in no order. */
export function findTags(markup: string, name: string): Attributes[] {
  const tags = markup.matchAll(new RegExp(`<${name}((?:\\s[^\\s=>/]+(?:="[^"]*")?)*)\\s*/?>`, 'g'));
  return [...tags].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key,
        value,
      ]),
    ),
  );
}
