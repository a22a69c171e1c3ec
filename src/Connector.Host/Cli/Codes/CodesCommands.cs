using System.CommandLine;
using Connector.Engine.Codes;
using Connector.Host.Api.Admin;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Codes;

namespace Connector.Host.Cli.Codes;

/// <summary><c>codes …</c>: our wrap-up codes and their mapping. What looks at vendors is in <see cref="CodesSync"/>.</summary>
internal static class CodesCommands
{
    private static readonly Argument<string> Key = new("KEY") { Description = "Key of the code, as listed" };
    private static readonly Option<string> NewLabel = new("--label") { Description = "What agents read", Required = true, HelpName = "TEXT" };
    private static readonly Option<string?> Label = new("--label") { Description = "What agents read", HelpName = "TEXT" };
    private static readonly Option<string?> Description = new("--description") { Description = "When to choose it", HelpName = "TEXT" };
    private static readonly Option<string[]> Translation = new("--translation") { Description = "Label in a language (de=Erstattet); empty takes it away", HelpName = "LANG=TEXT", DefaultValueFactory = _ => [] };
    private static readonly Option<bool> Push = new("--push") { Description = "Tell every vendor that keeps a list, at once" };
    private static readonly Option<CodeState?> State = new("--state") { Description = "Only codes in this state" };
    private static readonly Option<string?> At = new("--instance") { Description = "Only codes that are mapped there", HelpName = "ID" };
    private static readonly Argument<string?> Instance = new("INSTANCE") { Description = "Instance; without, all mappings are listed", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string?> VendorCode = new("VENDOR-CODE") { Description = "The vendor's id, or its name where only one code has it", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string?> Code = new("CODE") { Description = "Key of our code", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Queue = new("--queue") { Description = "Only in this queue of the vendor", HelpName = "ID" };
    private static readonly Option<bool> Remove = new("--remove") { Description = "The vendor's code is mapped to none of ours any more" };

    public static Command Create() => new Command("codes", "Wrap-up codes: ours, the vendors', their mapping").With(
        new Command("list", "Our codes with their mappings").With(State, At).Does(ListAsync),
        new Command("add", "A new code, or a retired one again").With(Key, NewLabel, Description, Translation, Push).Does(AddAsync),
        new Command("rename", "Another label, description or translation").With(Key, Label, Description, Translation, Push).Does(RenameAsync),
        new Command("retire", "Nobody may choose it any more; what was closed with it keeps it").With(Key, Push).Does(RetireAsync),
        new Command("map", "Say which code of a vendor is which of ours; without arguments, all mappings").With(Instance, VendorCode, Code, Queue, Remove).Does(MapAsync),
        CodesSync.Sync(),
        CodesSync.Drift(),
        CodesReport.Create());

    private static async Task<int> ListAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        await using var store = await ReadAccess.OpenAsync(call, loaded, cancellation);
        return call.Print.Answer(await new CodeReading(store, loaded.Settings!).ListAsync(call.Get(State), call.Get(At), cancellation), (codes, print) =>
            print.Table(new Table("code", "label", "origin", "state", "default", "languages", "mapped to")
                .AddAll(codes, c => [c.Key, c.Label, c.Origin, c.State, c.Default, c.Translations.Keys, c.Mappings.Select(m => $"{m.Instance}{(m.Queue is null ? "" : "/" + m.Queue)} {m.VendorId}")])));
    }

    private static Task<int> AddAsync(Invocation call, CancellationToken cancellation)
    {
        var (key, label, description, translations, push) = (call.Get(Key), call.Get(NewLabel), call.Get(Description), Translations(call), call.Get(Push));
        return ActAsync(call, "admin/codes", new CodeRequest(key, label, description, translations, push), (desk, c) => desk.AddAsync(key, label, description, translations, push, c), cancellation);
    }

    private static Task<int> RenameAsync(Invocation call, CancellationToken cancellation)
    {
        var (key, label, description, translations, push) = (call.Get(Key), call.Get(Label), call.Get(Description), Translations(call), call.Get(Push));
        return ActAsync(call, $"admin/codes/{Uri.EscapeDataString(key)}/rename", new CodeRequest(null, label, description, translations, push), (desk, c) => desk.RenameAsync(key, label, description, translations, push, c), cancellation);
    }

    private static Task<int> RetireAsync(Invocation call, CancellationToken cancellation)
    {
        var (key, push) = (call.Get(Key), call.Get(Push));
        return ActAsync(call, $"admin/codes/{Uri.EscapeDataString(key)}/retire", new RetireRequest(push), (desk, c) => desk.RetireAsync(key, push, c), cancellation);
    }

    private static async Task<int> MapAsync(Invocation call, CancellationToken cancellation)
    {
        if (call.Get(Instance) is not { } instance) return await MappingsAsync(call, cancellation);
        var (vendorCode, code, queue) = (call.Get(VendorCode), call.Get(Code), call.Get(Queue));
        if (vendorCode is null) throw new WrongCallException("VENDOR-CODE: name the vendor's code by id or name.");
        if (code is null != call.Get(Remove)) throw new WrongCallException(code is null ? "CODE: name our code, or give --remove." : "--remove: goes without CODE.");
        return await ActAsync(call, "admin/codes/map", new MapRequest(instance, vendorCode, code, queue), (desk, c) => desk.MapAsync(instance, queue, vendorCode, code, c), cancellation);
    }

    private static async Task<int> MappingsAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        await using var store = await ReadAccess.OpenAsync(call, loaded, cancellation);
        return call.Print.Answer(await new CodeReading(store, loaded.Settings!).MappingsAsync(cancellation), (all, print) =>
            print.Table(new Table("instance", "queue", "vendor's code", "our code").AddAll(all, m => [m.Instance, m.Queue, m.VendorId, m.Code])));
    }

    private static async Task<int> ActAsync(Invocation call, string path, object body, Func<CodeDesk, CancellationToken, Task<OperationResult>> act, CancellationToken cancellation)
    {
        var result = await WriteAccess.DoAsync(call, new Write<OperationResult>(HttpMethod.Post, path, body, (by, c) => act(new CodeDesk(by), c)), cancellation);
        return call.Print.Answer(result, Acts.Write);
    }

    private static Dictionary<string, string?>? Translations(Invocation call)
    {
        var given = call.Get(Translation) ?? [];
        if (given.Length == 0) return null;
        var labels = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) throw new WrongCallException($"--translation: '{text}' is no LANG=TEXT, like de=Erstattet.");
            labels[text[..at]] = text[(at + 1)..] is { Length: > 0 } label ? label : null;
        }
        return labels;
    }
}
