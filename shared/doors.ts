/** The addresses a client walks through, as paths below the server's root (domain.md 4.2). */
export const doors = [
  { id: 'wuident', path: '/selfupdate/wuident.cab', kind: 'cab' },
  { id: 'iuident', path: '/selfupdate/iuident.cab', kind: 'cab' },
  { id: 'root-iuident', path: '/iuident.cab', kind: 'cab' },
  { id: 'client', path: '/ClientWebService/client.asmx', kind: 'service' },
  { id: 'simple-auth', path: '/SimpleAuthWebService/SimpleAuth.asmx', kind: 'service' },
  { id: 'reporting', path: '/ReportingWebService/ReportingWebService.asmx', kind: 'service' },
  { id: 'server-sync', path: '/ServerSyncWebService/ServerSyncWebService.asmx', kind: 'service' },
  { id: 'api-remoting', path: '/ApiRemoting30/WebService.asmx', kind: 'service' },
  { id: 'content', path: '/Content/', kind: 'folder' },
] as const;

export type DoorId = (typeof doors)[number]['id'];
export const doorIds = doors.map((d) => d.id) as [DoorId, ...DoorId[]];
export const doorOf = (id: DoorId): (typeof doors)[number] => doors.find((d) => d.id === id) as (typeof doors)[number];
