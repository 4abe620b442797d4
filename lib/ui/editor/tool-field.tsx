interface ToolFieldProps {
  label: string;
  value: string;
  placeholder: string;
  isWide?: boolean;
  onChange(text: string): void;
}

/** A word about what is selected, typed in the toolbar. */
export function ToolField({ label, value, placeholder, isWide, onChange }: ToolFieldProps) {
  return (
    <label className={isWide ? 'tool-field wide' : 'tool-field'}>
      {label}
      <input
        className="input"
        value={value}
        placeholder={placeholder}
        maxLength={isWide ? 500 : 30}
        autoComplete="off"
        spellCheck={isWide === true}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
