import type { TenantInfo } from '../tenancy/tenant';
import { createAccent } from '../theme/accent';
import { escapeHtml } from '../ui/escape-html';

/** What a message of a tenant says, in plain text. */
export interface MailContent {
  title: string;
  paragraphs: string[];
  action: { label: string; address: string };
  /** Why the reader gets it. */
  footer: string;
}

/** Sets a message in the tenant's name and colour, as text and as HTML. Everything is escaped. */
export function brandedMail(
  tenant: Pick<TenantInfo, 'name' | 'settings'>,
  content: MailContent,
): { text: string; html: string } {
  return { text: textOf(content), html: htmlOf(tenant, content) };
}

function textOf({ title, paragraphs, action, footer }: MailContent): string {
  return [title, ...paragraphs, `${action.label}: ${action.address}`, `--\n${footer}`].join('\n\n');
}

function htmlOf(tenant: Pick<TenantInfo, 'name' | 'settings'>, content: MailContent): string {
  const { brand, onBrand, accent, onAccent } = createAccent(tenant.settings.brandColor);
  const name = escapeHtml(tenant.name);
  const initial = escapeHtml([...tenant.name.trim()][0] ?? '');
  const paragraphs = content.paragraphs
    .map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`)
    .join('\n');
  // Tables and inline styles: what mail programs understand.
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(content.title)}</title></head>
<body style="margin:0;padding:32px 16px;background:#f5f7f9;color:#161b22;font:400 16px/1.5 ui-sans-serif,system-ui,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e0e3e7;border-radius:10px">
<tr><td style="padding:24px 32px 0">
<span style="display:inline-block;width:28px;height:28px;border-radius:7px;background:${brand};color:${onBrand};font-weight:700;font-size:14px;line-height:28px;text-align:center">${initial}</span>
<strong style="margin-left:8px">${name}</strong></td></tr>
<tr><td style="padding:16px 32px 32px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.2">${escapeHtml(content.title)}</h1>
${paragraphs}
<a href="${escapeHtml(content.action.address)}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:${accent.light};color:${onAccent.light};font-weight:600;text-decoration:none">${escapeHtml(content.action.label)}</a>
</td></tr></table>
<p style="max-width:560px;margin:16px 0 0;color:#646b74;font-size:13px">${escapeHtml(content.footer)}</p>
</td></tr></table></body></html>
`;
}
