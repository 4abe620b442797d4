/** The largest file that is taken, in bytes: 20 MB. */
export const mostUploadBytes = 20 * 1024 * 1024;

/** The largest drawing that is taken, in bytes: what draws it parses all of it. */
export const mostDrawingBytes = 1024 * 1024;

/** Pixels of a picture, all its frames together, before it is opened: 50 million take 200 MB. */
export const mostPixels = 50_000_000;

/** Longest edge of what is kept, in pixels. */
export const longestEdge = 2560;

/** Widths that pages may ask for, in pixels. A picture has those that are narrower than itself. */
export const mediaWidths = [480, 960, 1600] as const;

/** Longest alternative text, in characters. */
export const longestAlt = 500;
