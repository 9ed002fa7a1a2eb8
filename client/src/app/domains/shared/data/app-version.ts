/** Version of this app; that of the shell around it, where there is one, is the same build. */
export const APP_VERSION = '0.1.0';
