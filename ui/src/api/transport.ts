import type { ChannelMap, CommandMap } from './generated/contract';

export type CommandName = keyof CommandMap;
export type ChannelName = keyof ChannelMap;
export type RequestOf<Name extends CommandName> = CommandMap[Name]['request'];
export type ViewOf<Name extends CommandName> = CommandMap[Name]['view'];

/** The page's one door to the host. A refused call rejects with the host's error body. */
export interface Transport {
  call<Name extends CommandName>(command: Name, request: RequestOf<Name>): Promise<ViewOf<Name>>;
  listen<Name extends ChannelName>(
    channel: Name,
    onEvent: (event: ChannelMap[Name]) => void,
  ): Promise<void>;
}
