/** Topics a new site begins with. */
export const starterTags = [
  { slug: 'news', name: 'News' },
  { slug: 'guides', name: 'Guides' },
];

/** A draft for the first author of a new site: it is about what it is written with. */
export function starterPost(siteName: string) {
  return {
    slug: 'welcome',
    title: `Welcome to ${siteName}`.slice(0, 200),
    description: 'A draft to begin with. Change it, publish it, or throw it away.',
    status: 'draft',
    body: `This is a draft: nobody but the people of this site can see it. **Edit** it, press *Publish*, and it stands on the front page at once.

## Writing

Text is written in Markdown. A blank line begins a paragraph, two signs \`##\` a heading; headings become the list of contents beside a long post.

- A line with a hyphen is an item of a list.
- [A link](https://commonmark.org/help/) has its words in brackets.
- > A line after this sign is a quotation.

\`\`\`js
// Code is coloured by its language.
const site = { isReady: true };
\`\`\`

| What | Where |
| --- | --- |
| Colour, name, language | Settings |
| Topics of posts | Tags |
| Who may write here | Members |

## What to do next

1. Choose a colour and describe the site under *Settings*.
2. Give this post a title of your own and a topic.
3. Publish it.
`,
  };
}
