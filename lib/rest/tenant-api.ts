import { adminResources } from '../admin/registry';
import { apiKeysResource } from '../admin/resources/api-keys';
import { domainsResource } from '../admin/resources/domains';
import { mediaResource } from '../admin/resources/media';
import type { RequestLimits } from '../limits/request-limits';
import type { Resource } from '../resources/resource';
import type { Operation } from './operation';
import { apiKeyOperations } from './operations/api-key-operations';
import { broadcastOperations } from './operations/broadcast-operations';
import { domainOperations } from './operations/domain-operations';
import { invitationOperations } from './operations/invitation-operations';
import { meOperation } from './operations/me-operation';
import { mediaOperations } from './operations/media-operations';
import { memberOperations } from './operations/member-operations';
import { notificationOperations } from './operations/notification-operations';
import { ownLimitsOperation } from './operations/own-limits-operation';
import { realtimeOperations } from './operations/realtime-operations';
import { roleOperations } from './operations/role-operations';
import { searchOperation } from './operations/search-operation';
import { tenantOperations } from './operations/tenant-operations';
import { tokenOperations } from './operations/token-operations';
import { publicPosts } from './resources/public-posts';
import { publicTags } from './resources/public-tags';
import { type RestOptions, resourceOperations } from './resources/resource-operations';
import { type RestApp, restApp } from './rest-app';
import type { TenantRestContext } from './rest-context';

/** Ids of a tenant's own that the document's examples name. All of them are public. */
export interface TenantExamples {
  postId?: string;
  authorId?: string;
  tagId?: string;
}

/** Everything that can be asked on a tenant's hosts. */
export function tenantOperationList(examples: TenantExamples = {}): Operation<TenantRestContext>[] {
  const options = optionsByResource(examples);
  return [
    ...tokenOperations('ada@example.com'),
    meOperation,
    ...realtimeOperations,
    ownLimitsOperation,
    ...tenantOperations,
    searchOperation,
    ...adminResources.flatMap((resource) => operationsOf(resource, options[resource.name])),
    ...memberOperations,
    ...invitationOperations,
    ...roleOperations,
    ...notificationOperations,
    ...broadcastOperations,
  ];
}

/** The API of tenants' hosts. */
export function tenantApi(limits?: RequestLimits): RestApp<TenantRestContext> {
  return restApp(tenantOperationList(), limits);
}

function operationsOf(resource: Resource, options: RestOptions | undefined) {
  if (resource === domainsResource) return domainOperations;
  if (resource === apiKeysResource) return apiKeyOperations;
  if (resource === mediaResource) return mediaOperations(options);
  return resourceOperations(resource, options);
}

function optionsByResource({
  postId,
  authorId,
  tagId,
}: TenantExamples): Record<string, RestOptions> {
  return {
    posts: {
      publicRead: publicPosts,
      examples: {
        id: postId,
        create: {
          title: 'Written by a program',
          body: 'It came in over the API.',
          ...(authorId && { authorId }),
          ...(tagId && { tags: [tagId] }),
        },
        update: { description: 'Changed by a program.' },
        verbs: postId === undefined ? {} : { unpublish: { params: { id: postId } } },
      },
    },
    tags: {
      publicRead: publicTags,
      examples: { id: tagId, create: { name: 'From a program' }, update: { name: 'Renamed' } },
    },
    authors: {
      examples: { id: authorId, create: { name: 'Nova Writer' }, update: { name: 'Nova W.' } },
    },
    members: { verbs: ['deactivate', 'reactivate'], more: ['lastSeenAt'] },
    invitations: { verbs: ['resend'], more: ['roleKey', 'message', 'acceptedAt', 'revokedAt'] },
    roles: { more: ['permissions'] },
    groups: { examples: { create: { name: 'From a program' } } },
    jobs: { verbs: ['retry', 'discard'] },
    audit: { more: ['seq', 'requestId', 'payload', 'previousHash', 'hash'] },
  };
}
