import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import ErrorNotice from './ErrorNotice.svelte';
import Segmented from './Segmented.svelte';
import Switch from './Switch.svelte';
import TextField from './TextField.svelte';

const user = userEvent.setup();

describe('controls', () => {
  it('a switch says its state and asks for the other one', async () => {
    const onchange = vi.fn();
    render(Switch, { label: 'Chữ lớn', hint: 'To gấp đôi', isOn: false, onchange });
    const control = screen.getByRole('switch', { name: 'Chữ lớn' });
    expect(control).toHaveAttribute('aria-checked', 'false');
    expect(control).toHaveAccessibleDescription('To gấp đôi');
    control.focus();
    await user.keyboard(' ');
    expect(onchange).toHaveBeenCalledWith(true);
  });

  it('a segmented choice is a group of radios', async () => {
    const onchange = vi.fn();
    const options = [
      { value: 'light', label: 'Sáng' },
      { value: 'dark', label: 'Tối' },
    ];
    render(Segmented, { label: 'Nền', value: 'light', options, onchange });
    expect(screen.getByRole('group', { name: 'Nền' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Sáng' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Tối' }));
    expect(onchange).toHaveBeenCalledWith('dark');
  });

  it('a text field ties its error to the input', () => {
    render(TextField, { label: 'Tên', value: '', error: 'Nhập tên' });
    const input = screen.getByLabelText('Tên');
    expect(input).toHaveAccessibleDescription('Nhập tên');
    expect(input).toBeInvalid();
  });

  it('an error keeps the support details one click away', () => {
    render(ErrorNotice, {
      severity: 'danger',
      title: 'Khoá không đúng',
      meaning: 'Tiền không bị ảnh hưởng.',
      next: 'Dán lại khoá.',
      details: { summary: 'Mã cho hỗ trợ', lines: ['req_401a'] },
    });
    expect(screen.getByRole('alert')).toHaveTextContent('Khoá không đúng');
    expect(screen.getByText('req_401a')).not.toBeVisible();
    expect(screen.getByText('Mã cho hỗ trợ')).toBeVisible();
  });
});
