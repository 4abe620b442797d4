/** Where people say what they want to hear of, on their tenant's site; mails name it. */
export const preferencesPath = '/notifications/preferences';
