/** Reading what a person typed: a Japanese keyboard gives full-width digits, dots, commas and blanks. */
import { halfWidth } from '../../shared/half-width';
import type { Told } from '../../shared/target';

export { halfWidth };

/** Subnets have a slash; the rest are addresses, with a name after `=`. What is wrong is for the shell to say. */
export function readTold(text: string): Told {
  const items = halfWidth(text)
    .split(/[\s,;]+/)
    .filter((item) => item !== '');
  const clients = items
    .filter((item) => !item.includes('/'))
    .map((item) => {
      const [address = '', name] = item.split('=');
      return name ? { address, name } : { address };
    });
  return { clients, subnets: items.filter((item) => item.includes('/')) };
}

export const showTold = (told: Told): string => [...told.subnets, ...told.clients.map((c) => (c.name ? `${c.address}=${c.name}` : c.address))].join('\n');
