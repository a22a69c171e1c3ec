using System.Security.Cryptography;
using System.Text;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;
using Connector.Storage;
using Connector.Storage.Rows;
using Microsoft.Net.Http.Headers;

namespace Connector.Host.Api.Requests;

/// <summary>The same <c>Idempotency-Key</c> answers the same: the answer of a command that succeeded is kept and given again; the same key with another request is refused.
/// Keys belong to the API key that sent them.</summary>
internal sealed class Idempotency(RequestDelegate next, ConnectorApp app)
{
    public const string Header = "Idempotency-Key", Replayed = "Idempotent-Replayed";
    private const int LongestKey = 200;
    private const int Turns = 256;
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || HttpMethods.IsGet(context.Request.Method) || context.User.Identity is not { IsAuthenticated: true })
        {
            await next(context);
            return;
        }
        if (key.Length > LongestKey) throw RefusedException.Invalid(new FieldFault(Header, $"at most {LongestKey} characters"));
        await InTurnAsync($"{Caller.Of(context.User).KeyId}:{key}", k => OnceAsync(k, context), context.RequestAborted);
    }

    private async Task OnceAsync(string key, HttpContext context)
    {
        var request = await HashAsync(context);
        var seal = new Seal(ApiKeyHandler.KeyOf(context.Request)!, key);
        var record = new IdempotencyRecord { Tenant = app.Store.Tenant, Key = key, Request = request, At = app.Clock.Now };
        try
        {
            if (await app.Store.Idempotency.FindAsync(key, context.RequestAborted) is { } before) await AgainAsync(before, seal, request, context);
            else await AnswerAsync(new Once(record, seal, null), context);
        }
        catch (StoreConflictException) when (!context.Response.HasStarted)
        {
            // Another host was first with this key.
            if (await app.Store.Idempotency.FindAsync(key, context.RequestAborted) is not { } first) throw;
            context.Request.Body.Position = 0;
            await AgainAsync(first, seal, request, context);
        }
    }

    private Task AgainAsync(IdempotencyRecord before, Seal seal, string request, HttpContext context)
    {
        if (before.Request != request) throw new RefusedException(ApiRules.KeyReused, $"{Header}: this key was used for another request");
        context.Response.Headers[Replayed] = "true";
        var kept = seal.Open(before.Answer ?? "");
        if (before.Status == 0) return AnswerAsync(new Once(before, seal, kept), context);
        context.Response.StatusCode = before.Status;
        if (kept.Length == 0) return Task.CompletedTask;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(kept, context.RequestAborted);
    }

    /// <summary>The request takes its way; the answer is kept as it is given.</summary>
    private async Task AnswerAsync(Once once, HttpContext context)
    {
        once.Accompany(context);
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode is >= 200 and < 300)
            await app.Store.Idempotency.AnswerAsync(once.Answered(context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray())), CancellationToken.None);
        answer.Position = 0;
        await answer.CopyToAsync(body, context.RequestAborted);
    }

    private static async Task<string> HashAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.Headers[ApiKeyHandler.AgentHeader]} {context.Request.Headers[HeaderNames.IfMatch]}\n"));
        var buffer = new byte[81920];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is var read and > 0) hash.AppendData(buffer, 0, read);
        context.Request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Two requests of one key at once: the second waits and gets the first one's answer. A few keys share a turn, which costs only waiting.</summary>
    private async Task InTurnAsync(string key, Func<string, Task> act, CancellationToken cancellation)
    {
        var turn = _turns[(uint)string.GetHashCode(key, StringComparison.Ordinal) % Turns];
        await turn.WaitAsync(cancellation);
        try
        {
            await act(key);
        }
        finally
        {
            turn.Release();
        }
    }
}
