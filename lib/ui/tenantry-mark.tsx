/** Tenantry's sign: rooms of one house, one of them lit. */
export function TenantryMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <path
        fill="currentColor"
        d="M3.5 2h6A1.5 1.5 0 0 1 11 3.5v9A1.5 1.5 0 0 1 9.5 14h-6A1.5 1.5 0 0 1 2 12.5v-9A1.5 1.5 0 0 1 3.5 2z"
      />
      <path
        fill="currentColor"
        opacity=".55"
        d="M14.5 2h6A1.5 1.5 0 0 1 22 3.5v4A1.5 1.5 0 0 1 20.5 9h-6A1.5 1.5 0 0 1 13 7.5v-4A1.5 1.5 0 0 1 14.5 2zM3.5 16h6a1.5 1.5 0 0 1 1.5 1.5v3A1.5 1.5 0 0 1 9.5 22h-6A1.5 1.5 0 0 1 2 20.5v-3A1.5 1.5 0 0 1 3.5 16z"
      />
      <path
        fill="var(--signal)"
        d="M14.5 11h6a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-6a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5z"
      />
    </svg>
  );
}
