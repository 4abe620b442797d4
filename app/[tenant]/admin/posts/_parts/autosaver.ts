/** How what was written is kept. */
export type AutosaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number; kept: 'post' | 'draft'; faults: Record<string, string> }
  /** It is tried again by itself. */
  | { kind: 'away'; why: string }
  /** Nothing more is saved here until the person decides. */
  | { kind: 'stopped'; why: string };

export interface AutosaverOptions {
  /** Address of the route that saves. */
  address: string;
  tab: string;
  once: string;
  post: string | null;
  version: string;
  /** A post was made of what was written. */
  onMade(id: string): void;
  onState(state: AutosaveState): void;
}

interface Answer {
  id: string;
  version: number | null;
  kept: 'post' | 'draft';
  at: string;
  faults: Record<string, string>;
}

const pauseMilliseconds = 1_000;
const againMilliseconds = 8_000;

/** Sends a form again and again, one at a time, each over the version the last one made. */
export class Autosaver {
  readonly #options: AutosaverOptions;
  #form: HTMLFormElement | null = null;
  #post: string | null;
  #version: string;
  #sent = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | null = null;
  #isStopped = false;

  constructor(options: AutosaverOptions) {
    this.#options = options;
    this.#post = options.post;
    this.#version = options.version;
  }

  /** The form whose content counts as saved from now on. */
  watch(form: HTMLFormElement): void {
    if (this.#form === form) return;
    this.#form = form;
    this.#sent = textOf(new FormData(form));
  }

  /** What a later save must name: the post, and the version it is made over. */
  get place(): { post: string | null; version: string } {
    return { post: this.#post, version: this.#version };
  }

  soon(wait = pauseMilliseconds): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.save(), wait);
  }

  /** Saves what is not saved yet. Waits for what is on its way. */
  async save(isLeaving = false): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#flight) await this.#flight;
    const data = this.#form && new FormData(this.#form);
    if (!data || this.#isStopped || textOf(data) === this.#sent) return;
    this.#flight = this.#send(data, isLeaving).finally(() => {
      this.#flight = null;
    });
    await this.#flight;
  }

  /** The page may be gone at once: what is sent now is sent to its end by the browser. */
  leave(): void {
    void this.save(true);
  }

  /** Nothing more is sent: a button has taken over. Ends once nothing is on its way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    while (this.#flight) await this.#flight;
  }

  /** The button's save was refused: writing goes on. */
  resume(): void {
    this.#isStopped = false;
    this.soon();
  }

  async #send(data: FormData, isLeaving: boolean): Promise<void> {
    const { address, tab, once, onState } = this.#options;
    const text = textOf(data);
    data.set('_tab', tab);
    data.set('_once', once);
    data.set('_id', this.#post ?? '');
    data.set('_version', this.#version);
    onState({ kind: 'saving' });
    try {
      // Browsers send at most 64 KB for a page that goes.
      const keepalive = isLeaving && text.length < 30_000;
      const response = await fetch(address, { method: 'POST', body: data, keepalive });
      if (response.ok) this.#kept(text, await response.json());
      else await this.#refused(response);
    } catch {
      this.#again('It could not be sent. It is kept in this browser and sent again.');
    }
  }

  #kept(text: string, { id, version, kept, at, faults }: Answer): void {
    const isNew = this.#post === null;
    this.#post = id;
    if (version !== null) this.#version = String(version);
    this.#sent = text;
    this.#options.onState({ kind: 'saved', at: Date.parse(at), kept, faults });
    if (isNew) this.#options.onMade(id);
  }

  async #refused(response: Response): Promise<void> {
    const problem = await response.json().catch(() => ({}));
    const why = typeof problem.detail === 'string' ? problem.detail : 'The server did not take it.';
    if (response.status >= 500 || response.status === 429) return this.#again(why);
    // Something is wrong with it, as a title that is missing: the next change may mend it.
    this.#isStopped = response.status !== 400;
    this.#options.onState({ kind: 'stopped', why });
  }

  #again(why: string): void {
    this.#options.onState({ kind: 'away', why });
    this.soon(againMilliseconds);
  }
}

/** What a form says, as one text: two that are equal need no second sending. */
function textOf(data: FormData): string {
  const own = [...data].filter(([name]) => !/^[_$]/.test(name));
  return JSON.stringify(own.map(([name, value]) => [name, String(value).replaceAll('\r\n', '\n')]));
}
