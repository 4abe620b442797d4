import { expect, test } from 'vitest';
import { mediaAddress, mediaSrcset, pictureIdIn, pictureIdsIn } from './media-address';

const id = '3ba5d4bd-b81f-43cb-93c5-741e16c322bf';
const picture = { id, fileName: 'Über uns.jpg' };

test('addresses begin at the root of the site, in whole and in widths', () => {
  expect(mediaAddress(picture)).toBe(`/media/${id}/%C3%9Cber%20uns.jpg`);
  expect(mediaAddress(picture, 480)).toBe(`/media/${id}/480/%C3%9Cber%20uns.jpg`);
});

test('only forms that are narrower than the picture are offered', () => {
  const named = { id, fileName: 'a.jpg' };
  expect(mediaSrcset({ ...named, width: 480 })).toBe('');
  expect(mediaSrcset({ ...named, width: 1200 }, (path) => `/acme${path}`)).toBe(
    [480, 960].map((width) => `/acme/media/${id}/${width}/a.jpg ${width}w, `).join('') +
      `/acme/media/${id}/a.jpg 1200w`,
  );
});

test('pictures are found in texts, those of others not', () => {
  const other = id.replace('3', '4');
  const text = `![a](/media/${id}/a.jpg) ![b](/media/${other}/480/b.jpg) ![a](/media/${id}/a.jpg)`;
  expect(pictureIdsIn(text)).toEqual([id, other]);
  expect(pictureIdIn(`/media/${id}/a.jpg`)).toBe(id);
  for (const address of [`https://x.test/media/${id}/a.jpg`, `/media/${id}`, '/media/x/a.jpg']) {
    expect(pictureIdIn(address)).toBeNull();
  }
});
