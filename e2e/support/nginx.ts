import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingProgram } from './debian-program';
import { freePort } from './free-port';

const program = '/usr/sbin/nginx';

/** A real nginx in front of a server. */
export interface Nginx {
  port: number;
  stop(): Promise<void>;
}

/** Why there is no nginx here, after trying Debian's package as root; null when there is one. */
export function missingNginx(): string | null {
  return missingProgram(program, 'nginx-light');
}

/** Starts nginx as a caching proxy that follows what the server says about caching. */
export async function startCachingNginx(folder: string, upstream: number): Promise<Nginx> {
  const port = await freePort();
  const base = join(folder, 'nginx');
  mkdirSync(base, { recursive: true });
  writeFileSync(join(base, 'nginx.conf'), configOf(base, port, upstream));
  const args = ['-p', base, '-c', join(base, 'nginx.conf'), '-e', join(base, 'error.log')];
  const child = spawn(program, args, { stdio: 'ignore' });
  return { port, stop: () => stopChild(child) };
}

function configOf(base: string, port: number, upstream: number): string {
  return `daemon off;
worker_processes 1;
pid ${base}/pid;
events {}
http {
  access_log off;
  proxy_cache_path ${base}/cache keys_zone=pages:1m;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${base}/${one};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_cache pages;
      add_header X-Proxy-Cache $upstream_cache_status;
    }
  }
}
`;
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return ended;
}
