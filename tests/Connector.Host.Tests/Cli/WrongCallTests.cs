using Connector.Engine.Door;
using Connector.Host.Api.Problems;
using Connector.Host.Cli.Output;
using Connector.Host.Operations;

namespace Connector.Host.Tests.Cli;

public sealed class WrongCallTests(MadeStore made) : IClassFixture<MadeStore>
{
    /// <summary>Each command once wrong: one line that names what, and exit code 2.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "statsu", "did you mean 'status'" },
        { "frobnicate", "known are" },
        { "status --jsn", "did you mean '--json'" },
        { "parse no-such.eml", "'no-such.eml' is no file or folder" },
        { "parse", "Required argument 'FILE' missing" },
        { "ingest no-such-folder", "'no-such-folder' is no file or folder" },
        { "ingest . --mailbox sales", "there is no channel 'sales'; there is support" },
        { "ingest . --now yesterday", "'yesterday' is no instant" },
        { "ingest . --now 2026-03-01T00:00:00Z", "Seed:Enabled" },
        { "status --data no-such-store", "no-such-store" },
        { "show", "Required argument 'ID' missing" },
        { "show i-999", "there is no interaction, case, thread or message 'i-999'" },
        { "sweeps run no-such", "there is no sweep 'no-such'; known are wrap-up-timeout" },
        { "sweeps rnu", "did you mean 'run'" },
        { "plugins describe Nope", "there is no plugin 'Nope'; found are Awa" },
        { "plugins enable nope", "there is no instance 'nope'; known are awa" },
        { "plugins check nope", "there is no instance 'nope'; known are awa" },
        { "plugins", "Required command was not provided" },
        { "config validate no-such.json", "the file does not exist" },
        { "config export --settings no-such.json", "the settings in" },
        { "outbox show o-999", "there is no outbox row 'o-999'" },
        { "outbox show 17", "there is no outbox row '17'" },
        { "outbox retry o-999", "there is no outbox row 'o-999'" },
        { "outbox retry o-999 --yes", "'--yes' is no option here" },
        { "outbox retry o-999 --preview", "there is no outbox row 'o-999'" },
        { "outbox discard o-999", "--reason" },
        { "outbox list --state Sleeping", "--state: 'Sleeping' is not allowed; it must be one of Dead" },
        { "quarantine show q-999", "there is no quarantined mail 'q-999'" },
        { "quarantine release q-999", "there is no quarantined mail 'q-999'" },
        { "quarantine discard 12", "there is no quarantined mail '12'" },
        { "codes add refund", "--label" },
        { "codes add Refund --label Refund", "key: 1 to 64 lower case letters, digits and '_', was 'Refund'" },
        { "codes add refund --label Refund --translation Erstattet", "--translation: 'Erstattet' is no LANG=TEXT" },
        { "codes add refund --label Refund --translation d=x", "language: a tag like 'de' or 'pt-BR', was 'd'" },
        { "codes add issue_resolved --label Other", "there is a code 'issue_resolved' with the label 'Issue resolved'" },
        { "codes rename issue_resolved --label Other", "built in: it is read-only and never retired" },
        { "codes rename issue_resolved", "label: say what changes" },
        { "codes rename nope --label Other", "there is no code 'nope'" },
        { "codes retire task_created", "built in" },
        { "codes list --instance nope", "there is no instance 'nope'; known are awa" },
        { "codes list --state Gone", "--state: 'Gone' is not allowed" },
        { "codes map nope x issue_resolved", "there is no instance 'nope'; known are awa" },
        { "codes map awa", "VENDOR-CODE" },
        { "codes map awa x", "--remove" },
        { "codes map awa x issue_resolved", "codes of instance 'awa' were not read yet" },
        { "codes sync nope", "there is no instance 'nope'; known are awa" },
        { "codes sync awa", "instance 'awa' of plugin 'Awa' keeps no list of codes, queues or agents" },
        { "codes sync --apply 1234", "--apply: name the INSTANCE" },
        { "codes sync awa --only 1", "--only: goes with --apply" },
        { "codes sync awa --apply 12 --only one", "--only: 'one' is no number of a step" },
        { "codes drift nope", "there is no instance 'nope'" },
        { "codes report --from yesterday", "--from: 'yesterday' is no instant" },
        { "codes report --last soon", "last: a period longer than zero, like 30d or 12h, was 'soon'" },
        { "codes report --from 2026-03-02 --to 2026-03-01", "from: must be before to" },
        { "codes report --from 2026-03-02 --last 3d", "last: give either last or from" },
        { "codes report --channel sales", "--channel: there is no channel 'sales'; known are support" },
        { "targets list i-999", "there is no interaction 'i-999'" },
        { "reconcile nope", "there is no instance 'nope'; known are awa" },
        { "keys add", "--role" },
        { "keys add --role Boss", "'Boss' is none of Agent" },
        { "keys add --role Agent", "name the agent" },
        { "keys revoke none", "there is no key 'none'" },
        { "audit list --limit 0", "from 1 to 10000" },
        { "audit list --limit many", "--limit: 'many' is not allowed; it must be a whole number" },
        { "cursors show nope", "there is no instance 'nope'; known are awa" },
        { "cursors set nope 7", "there is no instance 'nope'; known are awa" },
        { "cursors set awa 7", "only while it is paused" },
        { "db infos", "did you mean 'info'" },
        { "demo --vendor Acme", "there are no stubs for 'Acme'" },
        { "run --log xml", "--log: 'xml' is not allowed; it must be one of Json, Text" },
    };

    [Theory]
    [Trait("Requirement", "H29")]
    [MemberData(nameof(Wrong))]
    public async Task Command_CalledWrongly_SaysWhatIsWrongAndExits2(string call, string says)
    {
        var result = await made.Cli.CallAsync(call.Split(' '));

        Assert.Equal(2, result.Exit);
        Assert.Contains(says, result.Error + result.Out, StringComparison.Ordinal);
        if (!call.StartsWith("config", StringComparison.Ordinal)) Assert.StartsWith("connector: ", result.ErrorLine);
    }

    /// <summary>What a host could not do is no fault of the call, also when the host says so over HTTP.</summary>
    [Theory]
    [InlineData(ApiRules.StoreUnavailable, 1), InlineData(ApiRules.VendorUnavailable, 1), InlineData(RuleNames.NotFound, 2), InlineData(RuleNames.InvalidPayload, 2)]
    public void Tell_RefusedByTheRunningHost_ExitsByWhoseFaultItIs(string rule, int exit)
    {
        using var cli = new CliRun();
        using var text = new StringWriter();
        Assert.Equal(exit, new Failure(cli.Around(text, text), json: false).Tell(new OperationRefusedException(rule, "why")));
    }
}
