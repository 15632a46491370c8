/** WSUS' events on the server, counted by number: bounded by time and by count. */

var maxEvents = 5000;
/** Win32_NTLogEvent.EventType: 1 error, 2 warning, 3 information. */
var eventLevels: { [type: string]: string } = { 1: 'error', 2: 'warning', 3: 'information' };

function probeServerEvents(host: string): any {
  var since = toCimTime(new Date().getTime() - eventDays * 86400000);
  var text =
    'SELECT EventCode, EventType, TimeGenerated, Message FROM Win32_NTLogEvent WHERE Logfile=' +
    wql('Application') +
    ' AND SourceName=' +
    wql(eventSource) +
    ' AND TimeGenerated>=' +
    wql(since);
  var found = query(host, 'root\\cimv2', text);
  var byCode: { [code: string]: any } = {};
  var events: any[] = [];
  var unread = Math.max(0, found.length - maxEvents);
  for (var i = 0; i < found.length - unread; i++) {
    var level = eventLevels[textProp(found[i], 'EventType')];
    var at = fromCimTime(prop(found[i], 'TimeGenerated'));
    if (!level || at === null) {
      unread++;
      continue;
    }
    var key = textProp(found[i], 'EventCode') + ' ' + level;
    var event = byCode[key];
    if (!event) {
      event = { source: eventSource, id: Number(prop(found[i], 'EventCode')), level: level, count: 0, first: at, last: '', message: '' };
      byCode[key] = event;
      events.push(event);
    }
    countEvent(event, at, textProp(found[i], 'Message'));
  }
  return { events: events, rows: found.length, unread: unread };
}

function countEvent(event: any, at: string, message: string): void {
  event.count++;
  if (at < event.first) event.first = at;
  if (at >= event.last) {
    event.last = at;
    event.message = message.slice(0, 300);
  }
}
