import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackage } from '../../lib/testing/install-debian-package';
import { freePort } from './free-port';

const program = '/usr/bin/caddy';

/** A real Caddy that ends TLS in front of a server, with certificates of its own authority. */
export interface Caddy {
  port: number;
  /** The certificate of its authority. */
  ca(): string;
  stop(): Promise<void>;
}

/** Why there is no Caddy here, after trying Debian's package as root; null when there is one. */
export function missingCaddy(): string | null {
  return installDebianPackage(program, 'caddy');
}

/** Starts it as docs/proxies.md says: a certificate for each name that the server says it serves. */
export async function startCaddy(folder: string, upstream: number): Promise<Caddy> {
  const port = await freePort();
  const base = join(folder, 'caddy');
  mkdirSync(base, { recursive: true });
  writeFileSync(join(base, 'Caddyfile'), configOf(base, port, upstream));
  const child = spawn(
    program,
    ['run', '--config', join(base, 'Caddyfile'), '--adapter', 'caddyfile'],
    {
      stdio: 'ignore',
      env: { ...process.env, HOME: base, XDG_DATA_HOME: base, XDG_CONFIG_HOME: base },
    },
  );
  const root = join(base, 'pki/authorities/local/root.crt');
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    port,
    ca: () => (existsSync(root) ? readFileSync(root, 'utf8') : ''),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function configOf(base: string, port: number, upstream: number): string {
  return `{
  admin off
  skip_install_trust
  storage file_system ${base}
  http_port ${port + 1 > 65_535 ? port - 1 : port + 1}
  auto_https disable_redirects
  on_demand_tls {
    ask http://127.0.0.1:${upstream}/api/domains/allowed
  }
}

https://:${port} {
  bind 127.0.0.1
  tls {
    issuer internal
    on_demand
  }
  reverse_proxy 127.0.0.1:${upstream} {
    header_up X-Request-Id {http.request.uuid}
  }
}
`;
}
