/** Rows that the three checks of refusal share: the same facts at another vroot. */
import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, networks, own6, own7, restrictions, vroots, webSites } from '../helpers/small';

const branch = ['192.168.20.0/24', 'persistent-route'] as const;

/** One site on port 80 with one vroot. */
export function sharedRows(vroot: string): Case[] {
  const root = 'W3SVC/1/ROOT';
  const node = `${root}/${vroot}`;
  const six = { 'web-sites': webSites(6, [{ id: 1, name: 'Default', port: 80 }]), 'virtual-directories': vroots([1, root, [vroot]]) };
  const seven = { 'web-sites': webSites(7, [{ id: 1, name: 'S', port: 80 }]), 'virtual-directories': vroots([1, 'S', [vroot]]) };
  const at6 = (own: Record<string, Parameters<typeof restrictions>[1][string]>) =>
    restrictions(6, { W3SVC: 'inherits', 'W3SVC/1': 'inherits', [root]: 'inherits', [node]: 'inherits', ...own });
  const at7 = (own: Record<string, Parameters<typeof restrictions>[1][string]>, inForce?: never) =>
    restrictions(7, { APPHOST: 'inherits', S: 'inherits', [`S/${vroot}`]: 'inherits', ...own }, inForce);
  const clients = networks({ clients: ['192.168.20.101', '192.168.16.21'], subnets: [branch] });
  const office = own6({ grant: ['127.0.0.1', '192.168.16.0/255.255.255.0'] });
  return [
    { name: 'no list anywhere admits everybody', answers: { ...six, networks: clients, 'ip-restrictions': at6({}) }, want: { verdict: 'pass' } },
    {
      name: 'a list on the root refuses the branch, inherited',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [root]: office }) },
      want: {
        verdict: 'fail',
        facts: {
          node,
          decidedBy: root,
          inherited: true,
          refused: { clients: 1, subnets: 1 },
          examined: { clients: 2 },
          subnets: ['192.168.20.0/24'],
          addresses: ['192.168.20.101'],
          seenAs: '403',
        },
      },
    },
    {
      name: 'a list on all sites refuses the branch, inherited from there',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ W3SVC: office }) },
      want: { verdict: 'fail', facts: { decidedBy: 'W3SVC', inherited: true } },
    },
    {
      name: 'an own empty value admits everybody below a restricted root',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [root]: office, [node]: own6({}) }) },
      want: { verdict: 'pass' },
    },
    {
      name: 'an own list replaces the parent list whole',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [root]: office, [node]: own6({ grant: ['192.168.20.0/255.255.255.0'] }) }) },
      want: { verdict: 'fail', facts: { node, decidedBy: node, inherited: false, addresses: ['192.168.16.21'] } },
    },
    {
      name: 'only the placeholder granted refuses everybody',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [root]: own6({ grant: ['0.0.0.0/255.255.255.255'] }) }) },
      want: { verdict: 'fail', facts: { refused: { clients: 2 } } },
    },
    {
      name: 'a deny list refuses who stands on it',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [root]: own6({ deny: ['192.168.20.0/255.255.255.0'] }) }) },
      want: { verdict: 'fail', facts: { addresses: ['192.168.20.101'], subnets: ['192.168.20.0/24'] } },
    },
    {
      name: 'both lists filled cannot be judged',
      answers: {
        ...six,
        networks: clients,
        'ip-restrictions': at6({ [root]: own6({ grant: ['192.168.16.0/255.255.255.0'], deny: ['192.168.20.0/255.255.255.0'] }) }),
      },
      want: { verdict: 'unknown', facts: { reason: 'rules-not-decidable' } },
    },
    {
      name: 'host-name rules cannot be judged from an address',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [root]: own6({ grantByDefault: false, grantNames: ['*.contoso.local'] }) }) },
      want: { verdict: 'unknown', facts: { reason: 'rules-not-decidable' } },
    },
    {
      name: 'names that are not decoded cannot be judged',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [root]: own6({ grantByDefault: false, grantNames: 'not-decoded' }) }) },
      want: { verdict: 'unknown', facts: { reason: 'rules-not-decidable' } },
    },
    {
      name: 'a mask that is not contiguous is followed',
      answers: {
        ...six,
        networks: networks({ clients: ['192.168.20.101', '192.168.20.100'] }),
        'ip-restrictions': at6({ [root]: own6({ grant: ['192.168.0.1/255.255.0.1'] }) }),
      },
      want: { verdict: 'fail', facts: { addresses: ['192.168.20.100'] } },
    },
    {
      name: 'host bits under the mask do not matter',
      answers: {
        ...six,
        networks: networks({ clients: ['192.168.20.101'] }),
        'ip-restrictions': at6({ [root]: own6({ grant: ['192.168.20.77/255.255.255.0'] }) }),
      },
      want: { verdict: 'pass' },
    },
    {
      name: 'a told subnet without a known client is refused',
      answers: { ...six, networks: networks({ subnets: [['192.168.20.0/24', 'told']] }), 'ip-restrictions': at6({ [root]: office }) },
      want: { verdict: 'fail', facts: { refused: { clients: 0, subnets: 1 }, subnets: ['192.168.20.0/24'] } },
    },
    {
      name: 'a told subnet refused in part names the part',
      answers: { ...six, networks: networks({ subnets: [['192.168.16.0/23', 'told']] }), 'ip-restrictions': at6({ [root]: office }) },
      want: { verdict: 'fail', facts: { subnets: ['192.168.17.0/24'] } },
    },
    {
      name: "with only the server's own adapters known it is not known",
      answers: {
        ...six,
        networks: networks({ adapters: [['192.168.16.2', '255.255.255.0']], subnets: [['192.168.16.0/24', 'adapter']] }),
        'ip-restrictions': at6({ [root]: office }),
      },
      want: { verdict: 'unknown', facts: { reason: 'no-client-network' } },
    },
    {
      name: 'with no network known it is not known',
      answers: { ...six, networks: networks({ adapters: null }), 'ip-restrictions': at6({ [root]: office }) },
      want: { verdict: 'unknown', facts: { reason: 'no-client-network' } },
    },
    {
      name: "the server's own address and loopback are no clients",
      answers: {
        ...six,
        networks: networks({ adapters: [['192.168.16.2', '255.255.255.0']], clients: ['192.168.16.2', '127.0.0.1'] }),
        'ip-restrictions': at6({ [root]: own6({ grant: ['192.168.16.21'] }) }),
      },
      want: { verdict: 'unknown', facts: { reason: 'no-client-network', examined: { clients: 0, subnets: 1 } } },
    },
    {
      name: 'addresses from the Internet are counted apart and are no finding',
      answers: { ...six, networks: networks({ clients: ['192.168.16.21', '198.51.100.77'] }), 'ip-restrictions': at6({ [root]: office }) },
      want: { verdict: 'pass' },
    },
    {
      name: 'addresses from the Internet are never proposed beside a refused client',
      answers: { ...six, networks: networks({ clients: ['192.168.20.101', '198.51.100.77'] }), 'ip-restrictions': at6({ [root]: office }) },
      want: { verdict: 'fail', facts: { refused: { clients: 1 }, fromInternet: 1, addresses: ['192.168.20.101'] } },
    },
    {
      name: 'a file below with a list of its own is looked at too',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [`${node}/wuident.cab`]: own6({ grant: ['192.168.16.0/255.255.255.0'] }) }) },
      want: { verdict: 'fail', facts: { node: `${node}/wuident.cab`, inherited: false } },
    },
    {
      name: 'a node that could not be read is not known',
      answers: { ...six, networks: clients, 'ip-restrictions': at6({ [root]: failed }) },
      want: { verdict: 'unknown', facts: { reason: 'node-not-read' }, fault: { code: 'probe-service-stopped' } },
    },
    {
      name: 'there is no such directory: does not apply',
      answers: { ...six, 'virtual-directories': vroots([1, root, ['Exchange']]), networks: clients, 'ip-restrictions': at6({ [root]: office }) },
      want: { verdict: 'notApplicable', because: 'no-such-vroot' },
    },
    {
      name: 'without the lists it is not known',
      answers: { ...six, networks: clients, 'ip-restrictions': denied },
      want: { verdict: 'unknown', fault: { code: 'denied-access' } },
    },
    { name: 'without the networks it is not known', answers: { ...six, networks: missing, 'ip-restrictions': at6({}) }, want: { verdict: 'unknown' } },
    // IIS 7 and later
    { name: 'IIS 7: no section admits everybody', answers: { ...seven, networks: clients, 'ip-restrictions': at7({}) }, want: { verdict: 'pass' } },
    {
      name: 'IIS 7: the first hit decides, an inherited deny before an own allow',
      answers: {
        ...seven,
        networks: clients,
        'ip-restrictions': at7({ S: own7(['-192.168.20.0/255.255.255.0']), [`S/${vroot}`]: own7(['+192.168.20.0/255.255.255.0']) }),
      },
      want: { verdict: 'fail', facts: { decidedBy: 'S', inherited: true, addresses: ['192.168.20.101'] } },
    },
    {
      name: 'IIS 7: an earlier allow wins over a later deny',
      answers: {
        ...seven,
        networks: clients,
        'ip-restrictions': at7({ S: own7(['+192.168.20.0/255.255.255.0']), [`S/${vroot}`]: own7(['-192.168.20.0/255.255.255.0']) }),
      },
      want: { verdict: 'pass' },
    },
    {
      name: 'IIS 7: allowUnlisted=false refuses the rest and clear does not undo it',
      answers: {
        ...seven,
        networks: clients,
        'ip-restrictions': at7({ S: own7(['+192.168.16.0/255.255.255.0'], { allowUnlisted: false }), [`S/${vroot}`]: own7(['clear']) }),
      },
      want: { verdict: 'fail', facts: { refused: { clients: 2 } } },
    },
    {
      name: 'IIS 7: clear drops what is inherited',
      answers: { ...seven, networks: clients, 'ip-restrictions': at7({ S: own7(['-192.168.20.0/255.255.255.0']), [`S/${vroot}`]: own7(['clear']) }) },
      want: { verdict: 'pass' },
    },
    {
      name: 'IIS 7: remove drops the inherited entry of the same key',
      answers: {
        ...seven,
        networks: clients,
        'ip-restrictions': at7({ S: own7(['-192.168.20.0/255.255.255.0']), [`S/${vroot}`]: own7(['~192.168.20.0/255.255.255.0']) }),
      },
      want: { verdict: 'pass' },
    },
    {
      name: 'IIS 7: denyAction says what the client sees',
      answers: {
        ...seven,
        networks: clients,
        'ip-restrictions': at7({ S: own7(['-192.168.20.0/255.255.255.0'], { denyAction: 'AbortRequest', enableProxyMode: true }) }),
      },
      want: { verdict: 'fail', facts: { seenAs: 'dropped', proxyMode: true } },
    },
    {
      name: 'IIS 7: the module is missing, so the lists are not in force',
      answers: {
        ...seven,
        networks: clients,
        'ip-restrictions': restrictions(
          7,
          { APPHOST: 'inherits', S: own7(['-192.168.20.0/255.255.255.0']), [`S/${vroot}`]: 'inherits' },
          { outcome: 'ok', value: false },
        ),
      },
      want: { verdict: 'notApplicable', because: 'module-missing' },
    },
    {
      name: 'IIS 7: a refusal is not claimed where it is not known whether the lists are in force',
      answers: {
        ...seven,
        networks: clients,
        'ip-restrictions': restrictions(7, { APPHOST: 'inherits', S: own7(['-192.168.20.0/255.255.255.0']), [`S/${vroot}`]: 'inherits' }, denied),
      },
      want: { verdict: 'unknown', facts: { reason: 'not-known-in-force' }, fault: { code: 'denied-access' } },
    },
    {
      name: 'IIS 7: a rule by host name before everything leaves it open',
      answers: { ...seven, networks: clients, 'ip-restrictions': at7({ S: own7(['-*.contoso.local']) }) },
      want: { verdict: 'unknown', facts: { reason: 'rules-not-decidable' } },
    },
  ];
}
