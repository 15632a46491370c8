/** What an operation is about, in words from the value that is really there; reads only. */

interface Peeked {
  /** The value in force, and what the operation expects and writes. */
  found: any;
  expect: any;
  to: any;
  fits: boolean;
  /** The value to write is there already. */
  reached: boolean;
}

function isTrigger(operation: string): boolean {
  return operation === 'client.detect-now' || operation === 'server.check-health';
}

function peeked(found: any, expect: any, to: any, same: (a: any, b: any) => boolean): Peeked {
  return { found: found, expect: expect, to: to, fits: same(found, expect), reached: same(found, to) };
}

function sameJson(a: any, b: any): boolean {
  return toJson(a) === toJson(b);
}

function poolStateOf(host: string, pool: string): string {
  return iisVersionOf(host) < 7 ? poolState6(host, pool) : poolState7(adminManager(), pool);
}

function peekOperation(host: string, block: OperationRequest): Peeked {
  var lines = block.lines;
  var service = oneOf(lines, 'service');
  switch (block.operation) {
    case 'service.set-start-mode':
      return peeked(startModeOf(requiredService(host, memberOf(touchableServices, service))), oneOf(lines, 'expect'), oneOf(lines, 'to'), sameJson);
    case 'service.start':
      return peeked(stateOf(requiredService(host, memberOf(touchableServices, service))), 'stopped', 'running', sameJson);
    case 'service.stop':
      return peeked(stateOf(requiredService(host, memberOf(touchableServices, service))), 'running', 'stopped', sameJson);
    case 'application-pool.start':
      return peeked(poolStateOf(host, oneOf(lines, 'pool')), 'stopped', 'started', sameJson);
    case 'registry.set':
    case 'registry.delete': {
      var own = readOwn(host, memberOf(touchableValues, oneOf(lines, 'name')));
      return peeked(shownOwn(own), shownOwn(valueFrom(lines, 'expect')), shownOwn(valueFrom(lines, 'to')), sameJson);
    }
    case 'ip-restriction.replace': {
      var expect = settingFrom(lines, 'expect');
      return peeked(settingMeant(host, checkedNode(oneOf(lines, 'node')), expect), expect, settingFrom(lines, 'to'), sameSetting);
    }
    default:
      if (isTrigger(block.operation)) return { found: 'nothing', expect: 'nothing', to: 'nothing', fits: true, reached: false };
      return outside(block.operation);
  }
}

/** What the operation does, by its subject. */
function subjectWords(block: OperationRequest): string {
  var lines = block.lines;
  switch (block.operation) {
    case 'service.set-start-mode':
      return wordsOf('says-mode', [oneOf(lines, 'service')]);
    case 'service.start':
      return wordsOf('says-start', [oneOf(lines, 'service')]);
    case 'service.stop':
      return wordsOf('says-stop', [oneOf(lines, 'service')]);
    case 'application-pool.start':
      return wordsOf('says-pool', [oneOf(lines, 'pool')]);
    case 'registry.set':
    case 'registry.delete':
      return wordsOf('says-registry', [oneOf(lines, 'name')]);
    case 'ip-restriction.replace':
      return wordsOf('says-list', [oneOf(lines, 'node')]);
    case 'client.detect-now':
      return wordsOf(oneOf(lines, 'resetAuthorization') === 'true' ? 'says-detect-reset' : 'says-detect', []);
    case 'server.check-health':
      return wordsOf('says-health', []);
    default:
      return outside(block.operation);
  }
}

function listed(items: string[]): string {
  return items.length === 0 ? wordsOf('list-none', []) : items.join(', ');
}

function list6Words(own: any): string {
  var entries = own.grantByDefault ? own.deny : own.grant;
  var names = own.grantByDefault ? own.denyNames : own.grantNames;
  var items: string[] = [];
  for (var i = 0; i < entries.length; i++) items.push(entries[i].address + '/' + entries[i].mask);
  return wordsOf(own.grantByDefault ? 'list-open' : 'list-closed', [listed(items.concat(names))]);
}

function list7Words(own: any): string {
  var items: string[] = [];
  for (var i = 0; i < own.entries.length; i++) {
    var entry = own.entries[i];
    var subject = entry.domain || (entry.address ? entry.address + '/' + entry.mask : '');
    items.push(trimmed(entry.verb + ' ' + subject + (entry.verb === 'add' ? ' ' + wordsOf(entry.allowed ? 'list-allowed' : 'list-refused', []) : '')));
  }
  var rest = own.allowUnlisted === undefined ? 'list-default' : own.allowUnlisted ? 'list-allowed' : 'list-refused';
  var words = wordsOf('list-own7', [wordsOf(rest, []), listed(items)]);
  if (own.denyAction !== undefined) words += ' denyAction=' + own.denyAction;
  if (own.enableProxyMode !== undefined) words += ' enableProxyMode=' + own.enableProxyMode;
  return own.enableReverseDns === undefined ? words : words + ' enableReverseDns=' + own.enableReverseDns;
}

/** A value in words. */
function valueWords(value: any): string {
  if (value === 'inherits') return wordsOf('list-inherits', []);
  if (value === 'absent' || value === 'nothing') return wordsOf('value-' + value, []);
  if (value === 'stopped') return wordsOf('op-stopped', []);
  if (typeof value === 'string') return wordsOf(value, []);
  if (value && value.own && value.own.iis === 6) return list6Words(value.own);
  if (value && value.own && value.own.iis === 7) return list7Words(value.own);
  return value && value.own ? value.own.type + ' ' + value.own.value : toJson(value);
}
