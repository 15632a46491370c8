/** One function per request, typed by Api. The window, the classroom and the command line differ in what is passed in, nothing else. */
import { failed } from '../shared/result';
import { appRequests } from './requests/app';
import { changeRequests } from './requests/change';
import type { Given, Handlers, Rooms } from './requests/given';
import { kitRequests } from './requests/kit';
import { openRequests } from './requests/open';
import { seenRequests } from './requests/seen';
import { visitRequests } from './requests/visit';
import type { Session } from './session';

export type { Given, Handlers } from './requests/given';

export function makeHandlers(given: Given): Handlers {
  const sessions = new Map<string, Session>();
  const rooms: Rooms = {
    given,
    sessions,
    async within(visit, act) {
      const session = sessions.get(visit);
      return session ? act(session) : failed('target-closed', { visit });
    },
  };
  return { ...appRequests(rooms), ...openRequests(rooms), ...visitRequests(rooms), ...seenRequests(rooms), ...changeRequests(rooms), ...kitRequests(rooms) };
}
