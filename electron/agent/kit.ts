/** What the .cmd files of a kit start. The end is told by the exit code, since a script host ends with 0 after an error, too. */

var kitTakes: { [take: string]: (request: AgentRequest) => void } = { collect: takeCollect, fix: takeFix, undo: takeUndo };
/** Done; refused with words of its own. Any other code: it did not come to its end. */
var kitDone = 40;
var kitRefused = 41;

function isKitTake(take: string): boolean {
  return kitTakes.hasOwnProperty(take);
}

function runKit(request: AgentRequest): void {
  var code = kitDone;
  readLanguage();
  try {
    (kitTakes[request.take] as (request: AgentRequest) => void)(request);
  } catch (error) {
    code = kitRefused;
    var refused = (error as any).kit;
    if (refused) sayWords(refused.key, refused.facts);
    else sayWords('op-failed', [faultWords(faultOf(error, request.take))]);
    // What was collected before the failure stays readable.
    if (outputFile) {
      putEnd('error', faultOf(refused ? { wizard: { code: 'probe-request-refused', facts: {} } } : error, request.take));
      outputFile.Close();
    }
  }
  WScript.Quit(code);
}
