import { AsyncLocalStorage } from 'node:async_hooks';

// Next expects it under this name, and looks once, when its modules load: import this first.
(globalThis as { AsyncLocalStorage?: unknown }).AsyncLocalStorage ??= AsyncLocalStorage;
