import { Channel, invoke } from '@tauri-apps/api/core';
import type { ChannelMap } from './generated/contract';
import type { ChannelName, CommandName, RequestOf, Transport, ViewOf } from './transport';

/** The desktop host. */
export const tauriTransport: Transport = {
  call<Name extends CommandName>(command: Name, request: RequestOf<Name>) {
    return invoke<ViewOf<Name>>(command, request === null ? {} : { request });
  },

  async listen<Name extends ChannelName>(name: Name, onEvent: (event: ChannelMap[Name]) => void) {
    const channel = new Channel<ChannelMap[Name]>();
    channel.onmessage = onEvent;
    await invoke(name, { channel });
  },
};
