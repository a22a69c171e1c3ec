using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud;

/// <summary>The vendor's list of wrap-up codes. It has no active flag: a code is offered by the queues it is attached to, and retired by taking it off all of them.</summary>
internal sealed partial class GenesysCloudAdapter : IListCodes, ISaveCodes
{
    public async ValueTask<IReadOnlyList<VendorCode>> CodesAsync(CancellationToken cancellation)
    {
        _directory.ForgetCodes();
        var offered = await OfferedAsync(cancellation);
        return [.. (await _directory.CodesAsync(cancellation)).Select(c => new VendorCode(c.Id!, c.Name ?? "", [.. offered[c.Id!]], c.DateModified ?? c.DateCreated))];
    }

    public async ValueTask<VendorCode> AddCodeAsync(CodeDraft code, CallMark mark, CancellationToken cancellation)
    {
        var made = await NamedAsync(code.Name, cancellation) ?? await MakeAsync(code, cancellation);
        foreach (var queue in code.Queues) await _api.AttachCodesAsync(queue, [new(made.Id!)], cancellation);
        _directory.ForgetCodes();
        return new(made.Id!, made.Name ?? code.Name, [.. code.Queues], made.DateModified ?? made.DateCreated);
    }

    public async ValueTask RenameCodeAsync(string codeId, CodeDraft code, CallMark mark, CancellationToken cancellation)
    {
        if (!await _api.ChangeCodeAsync(codeId, Input(code), cancellation)) throw new RejectedException($"wrap-up code {codeId} is not there");
        _directory.ForgetCodes();
    }

    public async ValueTask RetireCodeAsync(string codeId, CallMark mark, CancellationToken cancellation)
    {
        foreach (var queue in (await OfferedAsync(cancellation))[codeId]) await _api.DetachCodeAsync(queue, codeId, cancellation);
        _directory.ForgetCodes();
    }

    private async ValueTask<WrapupCode> MakeAsync(CodeDraft code, CancellationToken cancellation)
    {
        var made = await _api.AddCodeAsync(Input(code), cancellation);
        return made.Id is { Length: > 0 } ? made : throw new UnavailableException("POST /api/v2/routing/wrapupcodes answered without an id");
    }

    /// <summary>The name may hold the vendor's wildcard, so what comes back is compared.</summary>
    private async ValueTask<WrapupCode?> NamedAsync(string name, CancellationToken cancellation) =>
        (await _directory.CodesNamedAsync(name, cancellation)).FirstOrDefault(c => c.Id is not null && string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));

    private WrapupCodeInput Input(CodeDraft code) => new(code.Name, code.Description, _options.Division is { Length: > 0 } division ? new(division) : null);

    /// <summary>Queues by the codes they offer.</summary>
    private async ValueTask<ILookup<string, string>> OfferedAsync(CancellationToken cancellation)
    {
        List<(string Code, string Queue)> offered = [];
        foreach (var queue in await _directory.QueuesAsync(cancellation))
            offered.AddRange((await _directory.QueueCodesAsync(queue.Id!, cancellation) ?? []).Where(c => c.Id is not null).Select(c => (c.Id!, queue.Id!)).Distinct());
        return offered.ToLookup(o => o.Code, o => o.Queue, StringComparer.OrdinalIgnoreCase);
    }
}
