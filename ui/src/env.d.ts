/** Whether this build may run without the desktop shell, on the in-memory app. */
declare const __HAS_MEMORY__: boolean;
