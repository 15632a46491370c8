/** What WSUS itself says: catalogue, files, its list of computers; and its events. */

var eventSource = 'Windows Server Update Services';
/** Events are asked for this many days back. */
var eventDays = 30;
/** 384 synchronised, 386 failed, 364 a file could not be downloaded (domain.md 7; 384 and 386 are recollection). */
var eventSynchronized = 384;
var eventSyncFailed = 386;
var eventFileFailed = 364;
/** ApprovedStates of an UpdateScope: 1 is the latest revision approved (recollection). */
var approvedScope = '<UpdateScope ApprovedStates="1" />';
var anyPublication = '2147483647';
var allComputers = '<ComputerTargetScope IncludeDownstreamComputerTargets="false" />';

/** WSUS answers only while these run; the first that does not is named. */
function requireWsus(host: string): void {
  requireRunning(host, ['W3SVC', databaseOf(host), 'WsusService']);
  if (roleOf(host) === '0') refuse('denied-wsus-role', { role: 0 });
}

var roles: { [host: string]: string } = {};
function roleOf(host: string): string {
  if (!roles[host]) {
    var answer = findElement(callApi(host, 'GetCurrentUserRole', []), 'GetCurrentUserRoleResult');
    roles[host] = answer ? trimmed(String(answer.text)) : '';
  }
  return roles[host] as string;
}

/** The newest of some events: {code, at, text}; null: none in the time asked for. */
function newestEvent(host: string, codes: number[]): any {
  var which: string[] = [];
  for (var i = 0; i < codes.length; i++) which.push('EventCode=' + codes[i]);
  var since = toCimTime(new Date().getTime() - eventDays * 86400000);
  var text =
    'SELECT EventCode, TimeGenerated, Message FROM Win32_NTLogEvent WHERE Logfile=' +
    wql('Application') +
    ' AND SourceName=' +
    wql(eventSource) +
    ' AND (' +
    which.join(' OR ') +
    ') AND TimeGenerated>=' +
    wql(since);
  var found = query(host, 'root\\cimv2', text);
  var newest: any = null;
  for (i = 0; i < found.length; i++) {
    var at = fromCimTime(prop(found[i], 'TimeGenerated'));
    if (at !== null && (newest === null || at > newest.at)) newest = { code: Number(prop(found[i], 'EventCode')), at: at, text: textProp(found[i], 'Message') };
  }
  return newest;
}

function probeSynchronization(host: string): any {
  requireWsus(host);
  var progress = rowsOf(callApi(host, 'GetServerSyncProgress', []))[0];
  var count = findElement(
    callApi(host, 'ExecuteSPGetUpdateCount', [
      { name: 'updateScopeXml', value: approvedScope },
      { name: 'preferredCulture', value: 'en' },
      { name: 'publicationState', value: anyPublication }
    ]),
    'ExecuteSPGetUpdateCountResult'
  );
  var last = newestEvent(host, [eventSynchronized, eventSyncFailed]);
  return {
    last:
      last === null
        ? null
        : {
            at: last.at,
            result: last.code === eventSynchronized ? 'succeeded' : 'failed',
            error: last.code === eventSynchronized ? null : last.text.slice(0, 300)
          },
    // Phase 0: idle.
    running: progress !== undefined && Number(progress[0]) !== 0,
    approved: count ? Number(count.text) : null
  };
}

/** Two numbers whose order no document gives: what is there never exceeds what is wanted. */
function probeContent(host: string): any {
  requireWsus(host);
  var row = rowsOf(callApi(host, 'ExecuteSPGetContentDownloadProgress', []))[0];
  if (!row || row.length < 2) return refuse('probe-wsus-fault', { method: 'ExecuteSPGetContentDownloadProgress', text: '' });
  var a = Number(row[0]);
  var b = Number(row[1]);
  return {
    done: Math.min(a, b),
    total: Math.max(a, b),
    free: collectedOf('free', function (): number {
      return freeBytes(host);
    }),
    lastFailure: collectedOf('lastFailure', function (): string | null {
      var event = newestEvent(host, [eventFileFailed]);
      return event === null ? null : event.at;
    })
  };
}

function freeBytes(host: string): number {
  var folder = registryText(host, setupKey, 'ContentDir') || '';
  var drive = folder.slice(0, 2);
  if (!/^[A-Za-z]:$/.test(drive)) return refuse('probe-object-missing', { what: folder });
  var found = query(host, 'root\\cimv2', 'SELECT FreeSpace FROM Win32_LogicalDisk WHERE DeviceID=' + wql(drive));
  // uint64 comes as text; no disk or no value is no zero.
  if (found.length === 0 || textProp(found[0], 'FreeSpace') === '') return refuse('probe-object-missing', { what: drive });
  return Number(textProp(found[0], 'FreeSpace'));
}

/** SQL Server's times have no zone: they are UTC; years like 0001 and 1753 mean never. */
function sqlTime(text: string): string | null {
  var m = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(text);
  if (!m || m[1] === '0001' || m[1] === '1753' || m[1] === '9999') return null;
  return m[0] + '.000Z';
}

/** Columns of a computer: 0 id, 1 last synchronisation, 3 address, 4 name (seen on 10.0.26100 by others, domain.md 8). */
function wsusComputers(host: string): any[] {
  requireWsus(host);
  var response = callApi(host, 'ExecuteSPSearchComputers', [{ name: 'computerTargetScopeXml', value: allComputers }]);
  var rows = rowsOf(response);
  var list: any[] = [];
  for (var i = 0; i < rows.length; i++) {
    var row = rows[i] as string[];
    // Other sets of the same answer (groups of a computer) are shorter.
    if (row.length < 5) continue;
    list.push({ name: row[4], address: row[3] || null, susClientId: row[0], lastContact: sqlTime(row[1] as string) });
  }
  return list;
}

var computerLists: { [host: string]: any } = {};
function serverListOf(host: string): any {
  if (!computerLists[host])
    computerLists[host] = collectedOf('server-list', function (): any {
      var all = wsusComputers(host);
      for (var i = 0; i < all.length; i++)
        all[i] = { name: shortName(all[i].name), address: all[i].address, susClientId: all[i].susClientId, lastContact: all[i].lastContact };
      return all;
    });
  return computerLists[host];
}
