import { describe, expect, it } from 'vitest';
import { plainErrorPage } from './plain-error-page';
import { tileColors } from './tile-colors';
import { unavailablePage } from './unavailable-page';

const attack = `"><script>alert(1)</script>'&`;
const page = {
  tenantName: 'ACME Corporation',
  host: 'acme.localhost:3000',
  brandColor: '#0B7A6B',
  suspendedAt: '2026-11-20T23:30:00Z',
  timeZone: 'Europe/Berlin',
  requestId: '7f3a-91c2',
  home: '/',
};

describe('the page of a suspended tenant', () => {
  it('says who, where, since when in the tenant’s zone, and which request', () => {
    const html = unavailablePage(page);
    expect(html).toContain('<h1>ACME Corporation is paused for now</h1>');
    expect(html).toContain('acme.localhost:3000');
    expect(html).toContain('was suspended on 21 November 2026');
    expect(html).toContain('Request 7f3a-91c2');
    expect(html).toContain('background:#0B7A6B;color:#ffffff');
  });

  it('leaves the date out where there is none', () => {
    expect(unavailablePage({ ...page, suspendedAt: null })).toContain('</span> is suspended. Its');
  });

  it('escapes whatever it is given', () => {
    const all = Object.fromEntries(Object.keys(page).map((key) => [key, attack]));
    const html = unavailablePage(all as unknown as typeof page);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('"><script');
    expect(html.match(/<script>/g)).toHaveLength(1);
  });

  it('needs nothing from elsewhere', () => {
    const html = unavailablePage(page);
    expect(html.match(/(?:href|src)="[^"]*"/g)).toEqual(['href="/icon.svg"', 'href="/"']);
    expect(html).not.toMatch(/@import|url\(/);
  });
});

describe('the plain error page', () => {
  it('shows status, title, detail and request, escaped', () => {
    const html = plainErrorPage({
      status: 404,
      title: 'Not found',
      detail: attack,
      requestId: attack,
    });
    expect(html).toContain('>404</span>');
    expect(html).toContain('<h1>Not found</h1>');
    expect(html).not.toContain('<script>alert');
  });
});

describe('the colours of a tile', () => {
  it.each([
    ['#0B7A6B', '#ffffff'],
    ['#FFE600', '#000000'],
    ['#000000', '#ffffff'],
    ['red;background:url(x)', '#ffffff'],
  ])('on %s the letter is %s', (brand, letter) => {
    const colors = tileColors(brand);
    expect(colors.letter).toBe(letter);
    expect(colors.ground).toMatch(/^#[0-9a-f]{6}$/i);
  });
});
