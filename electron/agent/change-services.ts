/** Changes of services, and the two triggers. */

var modeWords: { [mode: string]: string } = { automatic: 'Automatic', manual: 'Manual', disabled: 'Disabled' };
/** A service that starts or stops is waited for this long. */
var serviceWait = 30000;

function pause(milliseconds: number): void {
  WScript.Sleep(milliseconds);
}

function requiredService(host: string, name: string): any {
  var service = serviceObject(host, name);
  return service === null ? outside(name) : service;
}

/** The object itself: a method is called on the service, not on a row of a query. */
function serviceAt(host: string, name: string): any {
  return wmi(host, 'root\\cimv2').Get('Win32_Service.Name=' + wql(name));
}

/** Return values of Win32_Service's methods: 0 done, 2 access denied, 10 already running; the rest are reasons why not. */
function checkServiceCode(answer: any, name: string): void {
  var code = Number(prop(answer, 'ReturnValue'));
  if (code === 2) refuse('denied-service', { service: name });
  if (code !== 0 && code !== 10) refuse('changed-since-not-running', { service: name, code: code });
}

function setStartMode(host: string, name: string, expect: string, to: string): Ran {
  if (!modeWords[to]) return outside(to);
  var service = requiredService(host, name);
  var found = startModeOf(service);
  if (found !== expect) changedSince(found);
  checkServiceCode(callMethod(serviceAt(host, name), 'ChangeStartMode', { StartMode: modeWords[to] }), name);
  return { found: found, readBack: startModeOf(requiredService(host, name)) };
}

function moveService(host: string, name: string, method: string, expect: string, to: string): Ran {
  if (method === 'StopService' && sameText(name, 'IISADMIN')) return outside(name);
  var found = stateOf(requiredService(host, name));
  if (found !== expect) changedSince(found);
  checkServiceCode(callMethod(serviceAt(host, name), method, {}), name);
  var state = stateOf(requiredService(host, name));
  for (var waited = 0; state !== to && waited < serviceWait; waited += 500) {
    pause(500);
    state = stateOf(requiredService(host, name));
  }
  if (state !== to) refuse('changed-since-not-running', { service: name, state: state });
  return { found: found, readBack: state };
}

/** The command lines are fixed words: nothing of a request goes into them. */
function createProcess(host: string, command: string): void {
  var answer = callMethod(wmi(host, 'root\\cimv2').Get('Win32_Process'), 'Create', { CommandLine: command });
  var code = Number(prop(answer, 'ReturnValue'));
  if (code === 2) refuse('denied-process', { command: command });
  if (code !== 0) refuse('probe-com-error', { hresult: String(code), what: 'Win32_Process.Create', text: '' });
}

/** Up to Windows 8.1 wuauclt, in this order only (21799577); Windows 10 and later ignore it: usoclient (recollection). */
function detectNow(host: string, reset: boolean): Ran {
  var version = textProp(query(host, 'root\\cimv2', 'SELECT Version FROM Win32_OperatingSystem')[0], 'Version');
  if (parseInt(version, 10) >= 10) createProcess(host, 'usoclient.exe StartScan');
  else createProcess(host, reset ? 'wuauclt.exe /resetauthorization /detectnow' : 'wuauclt.exe /detectnow');
  return { found: 'nothing', readBack: 'nothing' };
}

/** `wsusutil checkhealth` writes to the event log only. The folder is WSUS' own value of its set-up key. */
function checkHealth(host: string): Ran {
  var folder = registryText(host, setupKey, 'TargetDir');
  if (folder === null || folder.indexOf('"') >= 0) return refuse('probe-wsus-missing', {});
  createProcess(host, '"' + folder.replace(/\\+$/, '') + '\\Tools\\wsusutil.exe" checkhealth');
  return { found: 'nothing', readBack: 'nothing' };
}

/** Only pools of the vroots that clients use. */
function startPool(host: string, pool: string): Ran {
  var used = false;
  var old = iisVersionOf(host) < 7;
  if (!old) requireHere(host, 'application-pool.start');
  var manager = old ? null : adminManager();
  var vroots = old ? vroots6(host) : vroots7(manager);
  for (var i = 0; i < vroots.length; i++)
    used =
      used ||
      (isAmong(vroots[i].name, touchableVroots) && vroots[i].settings.outcome === 'ok' && sameText(vroots[i].settings.value.pool || 'DefaultAppPool', pool));
  if (!used) return outside(pool);
  return old ? startPool6(host, pool) : startPool7(manager, pool);
}

function poolState6(host: string, pool: string): string {
  var pools = pools6(host);
  for (var i = 0; i < pools.length; i++) if (sameText(pools[i].name, pool)) return pools[i].state;
  return outside(pool);
}

function startPool6(host: string, pool: string): Ran {
  var found = poolState6(host, pool);
  if (found !== 'stopped') changedSince(found);
  var object = query(host, iis6Namespace, 'SELECT Name FROM IIsApplicationPool WHERE Name=' + wql('W3SVC/AppPools/' + pool))[0];
  object.ExecMethod_('Start');
  return { found: found, readBack: poolState6(host, pool) };
}

function poolElement7(manager: any, pool: string): any {
  var all = poolElements(manager);
  for (var i = 0; i < all.length; i++) if (sameText(elementText(all[i], 'name'), pool)) return all[i];
  return outside(pool);
}

function poolState7(manager: any, pool: string): string {
  var state = state7(poolElement7(manager, pool));
  if (state.outcome !== 'ok') throw { wizard: state.fault };
  return state.value;
}

function startPool7(manager: any, pool: string): Ran {
  var found = poolState7(manager, pool);
  if (found !== 'stopped') changedSince(found);
  poolElement7(manager, pool).Methods.Item('Start').CreateInstance().Execute();
  return { found: found, readBack: poolState7(adminManager(), pool) };
}
