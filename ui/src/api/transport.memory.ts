import type { ChannelMap, DisplayView, TillEvent } from './generated/contract';
import { handlersOver } from './memory/handlers';
import { type MemoryOptions, DEFAULTS, optionsFrom } from './memory/options';
import { displayState } from './memory/sales';
import { seedWorld } from './memory/seed';
import { Refusal } from './memory/world';
import type { ChannelName, CommandName, RequestOf, Transport, ViewOf } from './transport';

/** A believable host without a host: for a plain browser and for component tests. */
export function memoryTransport(start: URLSearchParams | Partial<MemoryOptions>): Transport {
  const options = start instanceof URLSearchParams ? optionsFrom(start) : { ...DEFAULTS, ...start };
  const world = seedWorld(options);
  const handlers = handlersOver(world);
  const watchers = new Set<(event: TillEvent) => void>();
  const otherWindow = new BroadcastChannel('tien-ve-memory');
  world.tell = (event) => watchers.forEach((watcher) => watcher(structuredClone(event)));

  const displayView = (): DisplayView => ({
    language: world.settings.displayLanguage,
    theme: world.settings.theme,
    shopName: world.settings.shopName,
    isPractice: world.environment === 'practice',
    state: displayState(world),
  });

  return {
    async call<Name extends CommandName>(command: Name, request: RequestOf<Name>) {
      await new Promise((resolve) => setTimeout(resolve, options.latencyMs));
      try {
        const answer: ViewOf<Name> = structuredClone(await handlers[command](request));
        otherWindow.postMessage(displayView());
        return answer;
      } catch (cause) {
        // The host rejects with a plain body, and so does this.
        throw cause instanceof Refusal ? cause.body : cause;
      }
    },

    listen<Name extends ChannelName>(name: Name, onEvent: (event: ChannelMap[Name]) => void) {
      if (name === 'till_watch') watchers.add(onEvent as (event: TillEvent) => void);
      else {
        const tell = onEvent as (view: DisplayView) => void;
        otherWindow.addEventListener('message', ({ data }: MessageEvent<DisplayView>) =>
          tell(data),
        );
        tell(displayView());
      }
      return Promise.resolve();
    },
  };
}
