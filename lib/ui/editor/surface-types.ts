/** A picture that is stored, as it is put into a text. */
export interface StoredPicture {
  /** Address on the site, without the beginning that names the tenant. */
  address: string;
  alt: string;
}

/** Stores a file that was dropped or pasted. Rejects with an Error whose message is for the writer. */
export type StorePicture = (
  file: File,
  onProgress: (share: number) => void,
) => Promise<StoredPicture>;

/** What the toolbar can do. */
export type EditorAct =
  | 'heading2'
  | 'heading3'
  | 'bold'
  | 'italic'
  | 'strike'
  | 'code'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'codeBlock'
  | 'table'
  | 'rule'
  | 'addRow'
  | 'addColumn'
  | 'removeRow'
  | 'removeColumn'
  | 'removeTable';

/** What holds at the cursor. */
export interface EditorState {
  on: ReadonlySet<EditorAct>;
  /** Address of the link at the cursor, or null. */
  link: string | null;
  isInTable: boolean;
  /** Alternative text of the picture that is selected; null where none is. */
  picture: string | null;
  /** Language of the code block at the cursor; null outside one. */
  language: string | null;
}

export interface SurfaceOptions {
  /** Markdown. */
  text: string;
  label: string;
  /** What paths of the site begin with where it stands. */
  basePath: string;
  onChange(): void;
  onState(state: EditorState): void;
  /** Absent where no pictures can be stored. */
  store?: StorePicture;
  onFault(message: string): void;
}

/** A text as it will look, to be written in. */
export interface Surface {
  /** The text as Markdown: what was given, character for character, until somebody changes it. */
  text(): string;
  setText(text: string): void;
  run(act: EditorAct): void;
  setLanguage(language: string): void;
  /** Says what the selected picture shows. */
  setAlt(alt: string): void;
  /** Links the selection, or takes the link away with an empty address. */
  setLink(address: string): void;
  insertPicture(picture: StoredPicture): void;
  addFiles(files: File[]): void;
  setEditable(isEditable: boolean): void;
  destroy(): void;
}
