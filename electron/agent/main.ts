/** Reads the request, answers it line by line, and ends with the count. */

var agentProbes: { [probe: string]: (host: string) => any } = {
  product: probeProduct,
  services: probeServices,
  networks: probeNetworks,
  'web-sites': probeWebSites,
  'virtual-directories': probeVirtualDirectories,
  'ip-restrictions': probeIpRestrictions,
  synchronization: probeSynchronization,
  proxy: probeProxy,
  content: probeContent,
  'client-identities': probeClientIdentities,
  'client-policies': probeClientPolicies,
  'server-events': probeServerEvents
};

/** The first line: what a collected answers.json begins with too. */
function putHead(host: string): string {
  var computer = '';
  try {
    computer = computerNameOf(host);
  } catch (_error) {
    computer = '';
  }
  put({ schema: 'wsus-wizard/answers/1', computer: computer, takenAt: isoTime(new Date().getTime()) });
  return computer;
}

function askProbes(request: AgentRequest): void {
  answerProbes(request, putReached(request.host));
}

function putReached(host: string): string {
  var computer = putHead(host);
  // A sweep with a typed account waits for this: it worked against the server.
  if (computer !== '') put({ connected: host });
  return computer;
}

function answerProbes(request: AgentRequest, computer: string): void {
  for (var i = 0; i < request.probes.length; i++) {
    var probe = request.probes[i] as string;
    var make = agentProbes.hasOwnProperty(probe) ? agentProbes[probe] : null;
    put({ asking: probe });
    putAnswer(probe, computer, probeMaker(probe, make || null, request.host));
  }
}

function probeMaker(probe: string, make: ((host: string) => any) | null, host: string): () => any {
  return function (): any {
    if (!make) return refuse('probe-not-supported', { probe: probe });
    // What failed to connect fails every probe alike, without asking again.
    wmi(host, 'root\\cimv2');
    return make(host);
  };
}

/** A plan, then what the probes asked for beside it say now: with more rights there is no second question. */
function runPlan(request: AgentRequest): void {
  var computer = putReached(request.host);
  runOperations(request);
  answerProbes(request, computer);
}

/** Operation by operation; a failure stops the rest. `backup` names the backup before the first change of IIS. */
function runOperations(request: AgentRequest): void {
  var blocks = operationBlocks(request.lines);
  for (var i = 0; i < blocks.length; i++) {
    var block = blocks[i] as OperationRequest;
    put({ starting: i + 1, operation: block.operation });
    var ran = collectedOf(block.operation, operationMaker(request.host, block));
    if (ran.outcome === 'ok') put({ operation: i + 1, outcome: 'ok', found: ran.value.found, readBack: ran.value.readBack, backup: ran.value.backup });
    else {
      put({ operation: i + 1, outcome: ran.outcome, fault: ran.fault });
      return;
    }
  }
}

function operationMaker(host: string, block: OperationRequest): () => any {
  return function (): any {
    return runOperation(host, block);
  };
}

/** Each `operation=` line begins a block. */
function operationBlocks(lines: { name: string; value: string }[]): OperationRequest[] {
  var blocks: OperationRequest[] = [];
  for (var i = 0; i < lines.length; i++) {
    var line = lines[i] as { name: string; value: string };
    if (line.name === 'operation') blocks.push({ operation: line.value, machine: '', lines: [] });
    var block = blocks[blocks.length - 1];
    if (!block) continue;
    if (line.name === 'machine') block.machine = line.value;
    else block.lines.push(line);
  }
  return blocks;
}

function main(): void {
  try {
    var request = readRequest(WScript.Arguments.Item(0));
    if (isKitTake(request.take)) return runKit(request);
    account.user = request.user;
    account.password = request.password;
    var output = oneOf(request.lines, 'output');
    if (output !== '') openOutput(output);
    if (request.take === 'probes') askProbes(request);
    else if (request.take === 'clients') sweepClients(request.clients);
    else if (request.take === 'directory') putComputers(request.host);
    else if (request.take === 'operations') runPlan(request);
    else refuse('probe-request-refused', { what: 'take' });
    putEnd('ok', null);
  } catch (error) {
    putEnd('error', faultOf(error, 'request'));
  }
}
