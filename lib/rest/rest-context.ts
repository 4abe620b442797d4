import type { Realm } from '../auth/session-key';
import type { Viewer } from '../auth/viewer';
import type { PlatformDb } from '../db/platform-tx';
import type { ScopedDb } from '../db/scoped-db';
import type { ResourceContext } from '../resources/resource-context';
import type { TenantInfo } from '../tenancy/tenant';

/** What an operation of the API works with. The resource engine takes it as its own context. */
export interface RestContext extends ResourceContext {
  requestId: string;
  /** Null for who says nothing of themselves. */
  viewer: Viewer | null;
}

/** The same on a tenant's hosts. */
export interface TenantRestContext extends RestContext {
  tenant: TenantInfo;
  db: ScopedDb;
}

/** The same on the root host. */
export interface PlatformRestContext extends RestContext {
  tenant: null;
  db: PlatformDb;
}

/** Where a request came in, as its door found out. */
export interface RestPlace<C extends RestContext = RestContext> {
  /** Whose sessions and tokens are good here. */
  realm: Realm;
  /** What addresses begin with where the path named the tenant; else empty. */
  basePath: string;
  requestId: string;
  /** Whom the browser's cookie names. Asked only where no token was sent. */
  cookieViewer(): Promise<Viewer | null>;
  /** Joins the place with the person who acts in it. */
  contextFor(viewer: Viewer | null): C;
}
