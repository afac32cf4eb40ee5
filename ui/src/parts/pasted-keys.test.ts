import { describe, expect, it } from 'vitest';
import { readPastedKeys } from './pasted-keys';

const BOTH = { clientId: 'finan-7c1f', secretKey: 's3cr3t-abc' };

describe('a pasted block of keys', () => {
  it.each([
    '  finan-7c1f\n s3cr3t-abc \n',
    'finan-7c1f\ts3cr3t-abc',
    'Client ID: finan-7c1f\nSecret Key: s3cr3t-abc',
    'client_id=finan-7c1f\r\nsecret_key=s3cr3t-abc',
    '{"clientId": "finan-7c1f", "secretKey": "s3cr3t-abc"}',
  ])('is split: %j', (text) => {
    expect(readPastedKeys(text)).toEqual(BOTH);
  });

  it.each(['finan-7c1f', '', 'one two three'])('is left alone: %j', (text) => {
    expect(readPastedKeys(text)).toBeUndefined();
  });
});
