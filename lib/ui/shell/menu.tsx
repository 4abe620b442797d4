'use client';

import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import { submitWith } from '../submit-with';
import { type MenuItem, MenuWords } from './menu-words';
import { PlainMenu } from './plain-menu';
import { SoftLink } from './soft-link';

/** A menu behind a button. Without scripts it opens by itself, as a disclosure. */
export function Menu({
  label,
  icon = 'more',
  items,
  trigger,
  triggerClass,
  align,
  noPlain,
}: MenuProps) {
  const look = triggerClass ?? 'button icon small';
  const face = trigger ?? <Icon name={icon} />;
  const name = trigger ? undefined : label;
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={`${look} script-only`} aria-label={name}>
          {face}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            className="menu"
            align={align ?? 'end'}
            sideOffset={4}
            collisionPadding={8}
            aria-label={label}
          >
            {items.map((item) => (
              <Line key={`${item.label}${item.href}`} {...item} />
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {noPlain ? null : (
        <noscript>
          <PlainMenu label={name} look={look} face={face} items={items} />
        </noscript>
      )}
    </>
  );
}

interface MenuProps {
  label: string;
  icon?: IconName;
  items: MenuItem[];
  /** What the button shows instead of an icon; it must contain its own words. */
  trigger?: ReactNode;
  triggerClass?: string;
  align?: 'start' | 'end';
  /** Without scripts the same stands elsewhere. */
  noPlain?: boolean;
}

function Line(item: MenuItem) {
  const look = `menu-line ${item.tone ?? ''}`;
  if (item.href && !item.run)
    return (
      <DropdownMenu.Item asChild className={look}>
        <SoftLink href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
          <MenuWords {...item} />
        </SoftLink>
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.Item className={look} onSelect={() => act(item)}>
      <MenuWords {...item} />
    </DropdownMenu.Item>
  );
}

function act({ run, submit }: MenuItem): void {
  if (run) run();
  else if (submit) submitWith(submit.form, { [submit.name]: submit.value });
}
