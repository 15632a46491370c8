/** Vite takes style sheets in; to the compiler they are nothing but a name. */
declare module '*.css';
