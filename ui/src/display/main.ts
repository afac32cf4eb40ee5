/** The customer's window: it shows its feed and can ask for nothing else. */
import { mount } from 'svelte';
import '~/styles/index.css';
import './display.css';
import { listen } from '~/api/call';
import { connect } from '~/api/connect';
import type { DisplayView } from '~/api/generated/contract';
import { setLanguage } from '~/i18n/language.svelte';
import Display from './Display.svelte';
import { feed } from './feed.svelte';

function take(view: DisplayView): void {
  setLanguage(view.language);
  if (view.theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = view.theme;
  feed.view = view;
}

const target = document.getElementById('app');
if (target) mount(Display, { target, props: { feed } });

await connect();
await listen('display_watch', take);
