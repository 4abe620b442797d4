/** Where a visitor's own choice of theme is kept, per host. */
export const THEME_KEY = 'theme';

/**
 * Runs in the head before anything is painted, so that a chosen theme never flashes the other one.
 * Storage may be forbidden; then the system's theme stays.
 */
export const themeScript = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
