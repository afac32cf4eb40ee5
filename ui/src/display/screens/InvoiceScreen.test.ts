import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DisplayView } from '~/api/generated/contract';
import Display from '~/display/Display.svelte';
import { setLanguage } from '~/i18n/language.svelte';

const VIEW: DisplayView = {
  language: 'vi',
  theme: 'light',
  shopName: 'Tiệm trà Bưởi',
  isPractice: false,
  state: {
    kind: 'invoice',
    drawing: { side: 29, path: 'M4 4h1v1h-1z', text: 'https://pay.example/1' },
    code: 'PT-261121-7K2M',
    amount: 1_250_000,
  },
};

beforeEach(() => setLanguage('vi'));

describe('an invoice on the customer display', () => {
  it('is a QR, an amount and a code, and hurries nobody', () => {
    render(Display, { feed: { view: VIEW } });
    expect(screen.getByRole('img', { name: /^Mã QR thanh toán 1\.250\.000/ })).toBeVisible();
    expect(screen.getByText(/^1\.250\.000/)).toBeVisible();
    expect(screen.getByText('PT-261121-7K2M')).toBeVisible();
    expect(screen.getByText(/thong thả/)).toBeVisible();
  });

  it('shows no address that a stranger could copy', () => {
    const { container } = render(Display, { feed: { view: VIEW } });
    expect(container).not.toHaveTextContent('https://');
  });
});
