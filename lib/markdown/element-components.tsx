import type { Components } from 'hast-util-to-jsx-runtime';
import { withBasePath } from '../base-path';
import { mediaSrcset, pictureIdIn, type ShownPicture } from '../media/media-address';

/**
 * How elements of a text become React elements where plain HTML is not enough: links and pictures
 * get their loading rules, wide things their own scroll box so that the page never scrolls sideways.
 *
 * @param basePath - what paths of the site begin with where it stands; empty for most.
 * @param pictures - the site's own whose size is known.
 */
export const elementComponents = (
  basePath: string,
  pictures: ShownPicture[] = [],
): Partial<Components> => ({
  ...plainComponents,
  a({ node: _node, href, children, ...rest }) {
    const rel = isElsewhere(href) ? 'noopener noreferrer' : undefined;
    return (
      <a {...rest} href={href && withBasePath(href, basePath)} rel={rel}>
        {children}
      </a>
    );
  },
  img({ node: _node, src, alt, title }) {
    const id = typeof src === 'string' ? pictureIdIn(src) : null;
    const own = pictures.find((one) => one.id === id);
    const place = (address: string) => withBasePath(address, basePath);
    return (
      // biome-ignore lint/performance/noImgElement: the optimizer caches by address without the host
      <img
        src={typeof src === 'string' ? place(src) : src}
        {...(own && sizeOf(own, place))}
        alt={alt ?? ''}
        title={title}
        loading="lazy"
        decoding="async"
      />
    );
  },
});

/** The room it takes is known before it is there, and narrow windows get a narrow form. */
function sizeOf(picture: ShownPicture, place: (address: string) => string) {
  const srcSet = mediaSrcset(picture, place);
  const { width, height } = picture;
  return { width, height, ...(srcSet && { srcSet, sizes: '(min-width: 720px) 672px, 100vw' }) };
}

const plainComponents: Partial<Components> = {
  table({ node: _node, children, ...rest }) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
      <div className="table-box" tabIndex={0}>
        <table {...rest}>{children}</table>
      </div>
    );
  },
  th({ node: _node, children, ...rest }) {
    // A corner without words heads nothing.
    if (children === undefined) return <td />;
    return <th {...rest}>{children}</th>;
  },
  pre({ node: _node, children }) {
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
    return <pre tabIndex={0}>{children}</pre>;
  },
  input({ node: _node, checked }) {
    const done = checked === true;
    return (
      <span role="img" aria-label={done ? 'Done' : 'Not done'} className="task-mark">
        {done ? '☑' : '☐'}
      </span>
    );
  },
};

// Posts are written by the tenant's own people, so search engines may follow their links;
// "nofollow ugc" is for text by strangers. What readers were reading is nobody else's business.
function isElsewhere(href: string | undefined): boolean {
  return href !== undefined && /^(?:https?:)?\/\//i.test(href);
}
