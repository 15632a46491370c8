/** A server that a kit is carried to: the World behind COM, a disk, its web server on loopback, and the window's answers. */
import vm from 'node:vm';
import { buildAgent } from '../../electron/agent/build.mjs';
import type { KitPlan } from '../../electron/kit/files';
import { kitFiles, kitTexts } from '../../electron/kit/files';
import { readAddress } from '../../shared/address';
import { doors } from '../../shared/doors';
import { decide, listAt } from '../../shared/restriction';
import { answer } from '../../shared/simulation/answer';
import type { World } from '../../shared/simulation/world';
import { comError, comObject, kept, method, readOnly } from '../agent/com';
import { runAgent } from '../agent/engine';
import { Lab } from '../agent/lab';
import { makeRequest } from '../agent/soap';
import { makeDocument } from '../agent/xml';
import { applicationHostText, metabaseText } from '../helpers/files';
import { Disk } from './disk';

export const stick = 'E:\\kit';
const windows = 'C:\\WINDOWS';
export const places = {
  metabase: `${windows}\\System32\\inetsrv\\MetaBase.xml`,
  hostConfig: `${windows}\\System32\\inetsrv\\config\\applicationHost.config`,
  serverLog: 'C:\\Program Files\\Update Services\\LogFiles\\SoftwareDistribution.log',
  clientLog: `${windows}\\WindowsUpdate.log`,
};
export const { text: agentText, sha256: agentSha256 } = buildAgent();

export interface Started {
  readonly code: number | null;
  readonly said: readonly string[];
}

export class Machine {
  readonly lab: Lab;
  readonly disk: Disk;
  elevated = true;
  /** What WinHttp says of the certificate at localhost: not its name. */
  certificate = 0x80072f06;
  readonly environment: Record<string, string> = { '%TEMP%': 'C:\\TEMP', '%windir%': windows, '%SystemDrive%': 'C:' };

  constructor(world: World, folder = stick) {
    this.lab = new Lab(world);
    this.disk = new Disk(folder, () => this.lab.now);
    if (world.product.iis < 7) this.disk.put(places.metabase, Buffer.from(metabaseText(world)));
    else this.disk.put(places.hostConfig, Buffer.from(applicationHostText(world)));
  }

  /** Lays a kit into the folder, and gives its files. */
  carry(kit: string, plan: KitPlan | null = null): void {
    const texts = kitTexts(plan ? 'fix' : 'collect', { kit, agent: { text: agentText, sha256: agentSha256 } }, plan);
    for (const { file, bytes } of kitFiles(texts)) this.disk.put(`${this.disk.folder}\\${file}`, bytes);
  }

  /** What collect.cmd, fix.cmd or undo.cmd starts; `answers`: lines typed in the window. */
  start(take: 'collect' | 'fix' | 'undo', answers: readonly string[] = [], args: readonly string[] = []): Started {
    const said: string[] = [];
    let code: number | null = null;
    const { lab, disk } = this;
    try {
      runAgent(
        lab,
        {
          request: '',
          echo: (line) => void said.push(line),
          kit: {
            script: `${disk.folder}\\agent.js`,
            args: [`${take}.txt`, ...args],
            answers: [...answers],
            program: (name) => this.program(name),
            quit: (given) => {
              code = given;
            },
          },
        },
        new vm.Script(disk.text(`${disk.folder}\\agent.js`), { filename: 'agent.js' }),
      );
    } catch (error) {
      // A script host shows an error and ends; so does the machine whose power is cut.
      said.push(String(error));
    }
    return { code, said };
  }

  private program(name: string): object | null {
    const { disk, lab } = this;
    if (name === 'Scripting.FileSystemObject') return disk.fileSystem();
    if (name === 'Msxml2.DOMDocument.3.0') {
      // What IIS writes of the World now, not what lay there at the start.
      const current = lab.world.product.iis < 7 ? [places.metabase, metabaseText(lab.world)] : [places.hostConfig, applicationHostText(lab.world)];
      return makeDocument((path) => (path === current[0] && disk.get(path) ? (current[1] as string) : null));
    }
    if (name === 'WinHttp.WinHttpRequest.5.1') return this.http();
    if (name !== 'WScript.Shell') return null;
    return comObject('WshShell', {
      ExpandEnvironmentStrings: method([1], (text: string) => text.replace(/%\w+%/g, (n) => this.environment[n] ?? n)),
      RegRead: method([1], () => {
        if (!this.elevated) throw comError(0x80070005);
        return '%USERPROFILE%\\Temp';
      }),
      Run: method([3], (command: string) => {
        const backup = /appcmd\.exe" add backup (\S+)$/.exec(command);
        if (!backup?.[1]) throw comError(0x80070002, command);
        lab.backups.push(backup[1]);
        return 0;
      }),
    });
  }

  /** IIS on loopback: refuses by the World's lists; everything else is as WSUS gives it. */
  private http(): object {
    const { lab } = this;
    const console_ = makeRequest(lab) as Record<string, (...args: unknown[]) => unknown> & { Status: number; ResponseText: string };
    const settings: Record<string, unknown> = {};
    let [verb, url] = ['', ''];
    let got = { status: 0, text: '' };
    return comObject('WinHttpRequest', {
      SetAutoLogonPolicy: method([1], () => {}),
      SetProxy: method([1], () => {}),
      SetTimeouts: method([4], () => {}),
      SetRequestHeader: method([2], (name: string, value: string) => void console_.SetRequestHeader?.(name, value)),
      Open: method([3], (v: string, u: string) => {
        [verb, url] = [v, u];
        if (u.endsWith('/ApiRemoting30/WebService.asmx') && v === 'POST') console_.Open?.(v, u, false);
      }),
      Send: method([1], (body: string) => {
        if (verb === 'POST' && url.endsWith('/ApiRemoting30/WebService.asmx')) {
          console_.Send?.(body);
          got = { status: console_.Status, text: console_.ResponseText };
        } else got = this.served(verb, url);
      }),
      Status: readOnly(() => got.status),
      ResponseText: readOnly(() => got.text),
      GetResponseHeader: method([1], (name: string) => {
        if (name === 'Server') return `Microsoft-IIS/${lab.world.product.iis.toFixed(1)}`;
        if (name === 'Content-Type') return 'text/html';
        throw comError(0x80072f76, 'no such header');
      }),
      Option: kept(settings, 'Option'),
    });
  }

  private served(verb: string, url: string): { status: number; text: string } {
    const { lab } = this;
    if (url.startsWith('https:')) throw comError(this.certificate, 'certificate');
    const m = /^http:\/\/([^/:]+):(\d+)(\/.*)$/.exec(url);
    const door = doors.find((d) => d.path === m?.[3]);
    const { world } = lab;
    const site = world.sites.find((s) => s.bindings.some((b) => b.port === Number(m?.[2]))) ?? null;
    const sites = answer(world, 'web-sites', lab.happened);
    const state = sites.outcome === 'ok' ? sites.value.sites.find((s) => s.id === site?.id)?.state : undefined;
    if (!m || !door || !site || world.services.W3SVC?.state !== 'running' || (state?.outcome === 'ok' && state.value !== 'started'))
      throw comError(0x80072efd, 'cannot connect');
    const vroot = world.vroots.find((v) => v.site === site.id && v.name.toLowerCase() === (m[3] ?? '').split('/')[1]?.toLowerCase());
    if (!vroot && door.id !== 'root-iuident') return { status: 404, text: verb === 'HEAD' ? '' : '<html><title>404</title></html>' };
    const lists = answer(world, 'ip-restrictions', lab.happened);
    const under = vroot ? `/${vroot.name}` : '';
    const node = world.product.iis < 7 ? `W3SVC/${site.id}/ROOT${under}` : `${site.name}${under}`;
    const at = lists.outcome === 'ok' ? listAt(node, lists.value) : null;
    const address = readAddress(m[1] === 'localhost' ? '127.0.0.1' : (m[1] ?? ''));
    if (at && 'list' in at && address.ok && !decide(at.list, address.value).admitted)
      return { status: 403, text: verb === 'HEAD' ? '' : '<html><h2>HTTP Error 403.6 - Forbidden</h2></html>' };
    if (verb === 'POST') return { status: 200, text: '<s:Envelope><SuccessFlag>true</SuccessFlag></s:Envelope>' };
    if (door.kind === 'cab') return { status: verb === 'GET' ? 206 : 200, text: verb === 'GET' ? 'MSCF' : '' };
    return { status: door.kind === 'folder' ? 403 : 200, text: verb === 'HEAD' ? '' : '<html><a href="x.asmx?op=y">y</a></html>' };
  }
}
