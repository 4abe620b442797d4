'use server';

import { z } from 'zod';
import { choicesInput, findChoices } from '@/app/_screens/find-choices';
import { screenInput, toFormData } from '@/app/_screens/form-data';
import { readRelatedForm } from '@/app/_screens/read-related-form';
import { runCreateRelated } from '@/app/_screens/run-create-related';
import { runListAct } from '@/app/_screens/run-list-act';
import { runRestore } from '@/app/_screens/run-restore';
import { runSave } from '@/app/_screens/run-save';
import { findInPalette } from '@/lib/admin/find-in-palette';
import { tenantAction, tenantReadAction } from '@/lib/api/tenant-action';
import { adminPlace } from './_parts/admin-place';
import { drawPreview } from './_parts/draw-preview';
import { foundItems } from './_parts/found-items';
import { formResource, namedRelation, namedResource } from './_parts/named-resource';

const mayRead = (input: Record<string, unknown>) => formResource(input).permissions.read;
const mayWrite = (input: Record<string, unknown>) => formResource(input).permissions.write;
const formRelation = (input: Record<string, unknown>) =>
  namedRelation(input._resource, input._field);

/** Bulk and row acts of every list, and the answers of confirm pages. The engine asks for each act's own right. */
export const actOnList = tenantAction(
  { permission: mayRead, input: screenInput },
  async (ctx, input) => {
    const resource = formResource(input);
    const { base } = adminPlace(ctx.tenant, resource.name);
    return runListAct(ctx, resource, base, toFormData(input));
  },
);

/** Every form of a record. */
export const saveRecord = tenantAction(
  { permission: mayWrite, input: screenInput },
  async (ctx, input) => {
    const resource = formResource(input);
    return runSave(ctx, resource, adminPlace(ctx.tenant, resource.name), toFormData(input));
  },
);

/** A version of a record's history, back again. */
export const restoreRecord = tenantAction(
  { permission: mayWrite, input: screenInput },
  async (ctx, input) => {
    const resource = formResource(input);
    const { base } = adminPlace(ctx.tenant, resource.name);
    return runRestore(ctx, resource, base, toFormData(input));
  },
);

/** What a relation picker offers for a text. */
export const searchRelated = tenantReadAction(
  { permission: 'admin.enter', input: choicesInput },
  async (ctx, { resource, field, text }) => findChoices(ctx, namedResource(resource), field, text),
);

/** The form of a record that a relation picker has not got yet. */
export const relatedForm = tenantReadAction(
  {
    permission: ({ resource, field }) => namedRelation(resource, field).resource.permissions.write,
    input: choicesInput.omit({ text: true }),
  },
  async (ctx, { resource: from, field }) => {
    const { resource } = namedRelation(from, field);
    return readRelatedForm(ctx, resource, adminPlace(ctx.tenant, resource.name).dates);
  },
);

/** That form, filled in: the record is made, and the picker chooses it. */
export const createRelated = tenantAction(
  {
    permission: (input) => formRelation(input).resource.permissions.write,
    input: screenInput,
  },
  async (ctx, input) => runCreateRelated(ctx, formRelation(input), toFormData(input)),
);

/** Markdown as the public page would show it. */
export const previewMarkdown = tenantReadAction(
  { permission: 'admin.enter', input: z.string().max(300_000) },
  async ({ tenant }, text) => drawPreview(text, tenant),
);

/** Posts and tags for the command palette. */
export const searchPalette = tenantReadAction(
  { permission: 'admin.enter', input: z.string().max(200) },
  async (ctx, text) => foundItems(await findInPalette(ctx, text)),
);
