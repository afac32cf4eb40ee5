import type {
  ClockView,
  CredentialsRequest,
  EnvironmentRequest,
  EnvironmentView,
  TestCallView,
} from '~/api/generated/contract';
import { ACCOUNTS } from './accounts';
import { type World, Refusal, present } from './world';

const URLS = {
  practice: 'http://127.0.0.1:48213',
  production: 'https://open-api.finan.one',
  custom: 'https://staging.finan.one',
} as const;

const AMBER_FROM_MS = 5000;
const RED_FROM_MS = 20_000;
const REFUSED_FROM_MS = 30_000;

export function environmentView(world: World): EnvironmentView {
  const kind = world.environment;
  const keys = world.keys[kind];
  return {
    kind,
    baseUrl: kind === 'custom' ? (world.customBaseUrl ?? URLS.custom) : URLS[kind],
    customBaseUrl: world.customBaseUrl,
    credentials: {
      isPresent: kind === 'practice' || keys !== undefined,
      clientIdTail: keys?.clientId.slice(-4) ?? null,
      keptIn: 'secretService',
      problem: null,
    },
  };
}

export function setEnvironment(world: World, request: EnvironmentRequest): EnvironmentView {
  if (request.kind === 'custom') {
    const url = request.baseUrl ?? world.customBaseUrl ?? '';
    if (!/^(https:\/\/[^\s/@]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)\/?$/.test(url)) {
      throw new Refusal('base_url_refused');
    }
    world.customBaseUrl = url;
  }
  world.environment = request.kind;
  return environmentView(world);
}

/** Keys with `sai` in the secret are refused by the gateway, so that wrong keys can be tried. */
export function saveKeys(world: World, request: CredentialsRequest): EnvironmentView {
  if (request.clientId.length < 4 || request.secretKey.length < 8) {
    throw new Refusal('credentials_malformed');
  }
  world.keys[request.kind] = {
    clientId: request.clientId,
    isRight: !request.secretKey.includes('sai'),
  };
  return environmentView(world);
}

export function testKeys(world: World): TestCallView {
  const keys = world.keys[world.environment];
  if (world.troubles.includes('noNetwork')) {
    throw new Refusal('no_network', { certainty: 'notSent' });
  }
  if (world.environment !== 'practice') {
    if (!keys) throw new Refusal('no_credentials');
    const { skewMs } = world.options;
    if (Math.abs(skewMs) >= REFUSED_FROM_MS) {
      throw new Refusal('clock_wrong', {
        certainty: 'refused',
        requestId: 'req_7c41',
        params: { seconds: String(Math.round(Math.abs(skewMs) / 1000)) },
      });
    }
    if (!keys.isRight) {
      throw new Refusal('unauthorized', { certainty: 'refused', requestId: 'req_401a' });
    }
  }
  return {
    accounts: ACCOUNTS.length,
    clock: clockView(world),
    tookMs: 212,
    requestId: 'req_test_01',
    at: present(),
  };
}

export function clockView(world: World): ClockView {
  const skewMs = world.environment === 'practice' ? 300 : world.options.skewMs;
  const size = Math.abs(skewMs);
  return {
    skewMs,
    level: size <= AMBER_FROM_MS ? 'green' : size <= RED_FROM_MS ? 'amber' : 'red',
    isCorrected: size > AMBER_FROM_MS,
    measuredAt: present(),
  };
}
