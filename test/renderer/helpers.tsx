/** Puts the whole face on a page with the fake bridge behind it. */
import { act, cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { connect } from '../../renderer/api';
import { App } from '../../renderer/app';
// The window fetches these pages by itself; here they are there from the start, however slow the machine.
import '../../renderer/in-visit';
import { initial, useStore } from '../../renderer/store';
import { type Fake, fakeBridge } from './fake-bridge';

// jsdom has no modal dialogs.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

configure({ asyncUtilTimeout: 10_000 });
export const user = userEvent.setup();

export async function start(options: Parameters<typeof fakeBridge>[0] = {}): Promise<Fake> {
  window.localStorage.clear();
  window.sessionStorage.clear();
  const fake = fakeBridge(options);
  await reload(fake);
  return fake;
}

/** As when the window is loaded anew: nothing is kept but what the page remembers by itself. */
export async function reload(fake: Fake): Promise<void> {
  cleanup();
  useStore.setState(initial, true);
  connect(fake.bridge);
  await act(async () => {
    render(<App />);
  });
}

/** The page's own button where the rail has one of the same name. */
export const press = async (name: string | RegExp): Promise<void> => {
  const all = await screen.findAllByRole('button', { name });
  const own = all.filter((button) => button.closest('main'));
  const [one] = all.length === 1 ? all : own;
  if (!one || (all.length > 1 && own.length !== 1)) throw new Error(`${all.length} buttons ${name}, ${own.length} of the page`);
  await user.click(one);
};
export const heading = async (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });

/** From the start page into a practice visit, up to the page that examines. */
export async function practise(): Promise<void> {
  await press(/Practise on a simulated server/);
  await press(/A branch office was added by hand/);
  await heading(/^Examine/);
}
/** The button of the page, not the rail's. */
export const pressExamine = async (): Promise<void> => user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Examine' }));
export async function examine(): Promise<void> {
  await practise();
  await pressExamine();
  await heading('What was found');
}
