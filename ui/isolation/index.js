// Every message of a page to Rust passes here first. Only the app's own commands and the channel's own call may go on, and a
// command may carry nothing but its one request and its channel.
const NAME = /^(?:[a-z]+(?:_[a-z]+)+|plugin:__TAURI_CHANNEL__\|fetch)$/;
const ARGUMENTS = new Set(['request', 'channel', 'id']);

window.__TAURI_ISOLATION_HOOK__ = (message) => {
  const isNamed = typeof message?.cmd === 'string' && NAME.test(message.cmd);
  const payload = message?.payload ?? {};
  const isPlain =
    typeof payload === 'object' && Object.keys(payload).every((key) => ARGUMENTS.has(key));
  if (!isNamed || !isPlain) {
    throw new Error('refused');
  }
  return message;
};
