import type { PlainField } from '@/app/_screens/field-specs';
import { writeLinkLines } from '@/lib/admin/settings/link-lines';
import {
  type SettingsInput,
  type SettingsValues,
  settingsLabels,
} from '@/lib/admin/settings/settings-input';
import type { Choice } from '@/lib/ui/kit-types';
import {
  fontChoices,
  locales,
  themes,
  timeZones,
  whoMayComment,
  whoMayJoin,
  withCurrent,
} from './settings-choices';

export interface SettingsGroup {
  title: string;
  fields: PlainField[];
}

/**
 * The settings as fields, in groups.
 *
 * @param pictures - the first of the library: all that can be chosen without scripts.
 */
export function settingsFields(values: SettingsValues, pictures: Choice[]): SettingsGroup[] {
  const media = (name: 'logo' | 'favicon', help: string): PlainField => {
    const chosen = values[name];
    const defaultValue = chosen ? [{ id: chosen.id, label: chosen.fileName }] : [];
    const look = { ...base(name), optional: true, help };
    return { kind: 'media', ...look, choices: pictures, defaultValue };
  };
  const base = <K extends keyof SettingsInput>(name: K) => ({ name, label: settingsLabels[name] });
  return [
    {
      title: 'The site',
      fields: [
        { kind: 'text', ...base('name'), defaultValue: values.name, maxLength: 80 },
        {
          kind: 'textarea',
          ...base('description'),
          optional: true,
          rows: 3,
          maxLength: 300,
          help: 'For search engines and feed readers, in a sentence or two.',
          defaultValue: values.description,
        },
      ],
    },
    {
      title: 'Appearance',
      fields: [
        {
          kind: 'color',
          ...base('brandColor'),
          help: 'Links and buttons get a readable shade of it.',
          defaultValue: values.brandColor.toLowerCase(),
        },
        {
          kind: 'select',
          ...base('theme'),
          help: 'What visitors see until they choose for themselves.',
          choices: themes,
          defaultValue: values.theme,
        },
        {
          kind: 'select',
          ...base('font'),
          choices: fontChoices,
          defaultValue: values.font,
        },
        media('logo', 'Instead of the tile and the name, in the bar of the site.'),
        media('favicon', 'A square picture. Without one it is the tile.'),
      ],
    },
    {
      title: 'Navigation',
      fields: [
        {
          kind: 'textarea',
          ...base('headerLinks'),
          optional: true,
          rows: 3,
          help: 'Beside Articles and Topics, one a line: About us, /blog/about-us',
          defaultValue: writeLinkLines(values.headerLinks),
        },
        {
          kind: 'textarea',
          ...base('footerLinks'),
          optional: true,
          rows: 4,
          help: 'One a line: Imprint, https://example.com/imprint',
          defaultValue: writeLinkLines(values.footerLinks),
        },
      ],
    },
    {
      title: 'Dates',
      fields: [
        {
          kind: 'select',
          ...base('locale'),
          choices: withCurrent(locales(), values.locale),
          defaultValue: values.locale,
        },
        {
          kind: 'select',
          ...base('timeZone'),
          help: 'Times here and on the site are in this zone.',
          choices: withCurrent(timeZones(), values.timeZone),
          defaultValue: values.timeZone,
        },
      ],
    },
    {
      title: settingsLabels.features,
      fields: [
        {
          kind: 'switch',
          name: 'features.topics',
          label: 'Topics',
          help: 'Pages that gather posts by their tags.',
          defaultChecked: values.features.topics,
        },
        {
          kind: 'switch',
          name: 'features.feed',
          label: 'RSS feed',
          help: 'New posts for feed readers, at /feed.xml and /feed.json.',
          defaultChecked: values.features.feed,
        },
      ],
    },
    {
      title: 'Members',
      fields: [
        {
          kind: 'select',
          ...base('registration'),
          help: 'Who registers confirms their email and becomes a member without rights in the admin. Invitations hold whatever is chosen here.',
          choices: whoMayJoin,
          defaultValue: values.registration,
        },
      ],
    },
    {
      title: 'Comments',
      fields: [
        {
          kind: 'select',
          ...base('comments'),
          help: 'Comments stand under posts. Those that wait are under Comments, for staff who may moderate.',
          choices: whoMayComment,
          defaultValue: values.comments,
        },
      ],
    },
    {
      title: 'Addresses',
      fields: [
        {
          kind: 'switch',
          ...base('redirectToPrimary'),
          help: 'Every other address of the site then leads there.',
          defaultChecked: values.redirectToPrimary,
        },
        {
          kind: 'textarea',
          ...base('allowedOrigins'),
          optional: true,
          rows: 3,
          help: 'Pictures and players from elsewhere, one address a line: https://cdn.example.com',
          defaultValue: values.allowedOrigins.join('\n'),
        },
      ],
    },
  ];
}
