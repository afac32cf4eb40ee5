import type { ChannelMap } from './generated/contract';
import { ApiError } from './api-error';
import type { ChannelName, CommandName, RequestOf, Transport, ViewOf } from './transport';

type Arguments<Name extends CommandName> =
  RequestOf<Name> extends null ? [] : [request: RequestOf<Name>];

let transport: Transport | undefined;

export function useTransport(chosen: Transport): void {
  transport = chosen;
}

function connected(): Transport {
  if (!transport) throw new Error('connect() comes first.');
  return transport;
}

/** Asks the host. Rejects with an `ApiError` and with nothing else. */
export async function call<Name extends CommandName>(
  command: Name,
  ...[request]: Arguments<Name>
): Promise<ViewOf<Name>> {
  try {
    return await connected().call(command, (request ?? null) as RequestOf<Name>);
  } catch (cause) {
    throw ApiError.from(cause);
  }
}

/** Subscribes to a channel for the life of the window. */
export async function listen<Name extends ChannelName>(
  channel: Name,
  onEvent: (event: ChannelMap[Name]) => void,
): Promise<void> {
  try {
    await connected().listen(channel, onEvent);
  } catch (cause) {
    throw ApiError.from(cause);
  }
}
