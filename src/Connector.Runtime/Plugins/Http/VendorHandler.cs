using Connector.Contracts;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Connector.Runtime.Plugins.Http;

/// <summary>Where a client meets the pipeline: only its own base URL is called, and what never came has one name. Messages hold no path, query, body or token.</summary>
internal sealed class VendorHandler(Uri baseUrl, InstancePipeline pipeline, HttpMessageHandler connections) : DelegatingHandler(connections)
{
    private const long LongestAnswer = 32 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Require(request.RequestUri!);
        var tries = 0;
        try
        {
            if (request.Content is not (null or ByteArrayContent)) await request.Content.LoadIntoBufferAsync(cancellationToken);
            return await pipeline.SendAsync(request, CountedAsync, cancellationToken);
        }
        catch (BrokenCircuitException e)
        {
            throw new UnavailableException($"{baseUrl.Host} is not called: its circuit is open after too many failures{(e.RetryAfter is { } wait ? $", tried again in {Math.Ceiling(wait.TotalSeconds)} s" : "")}", e) { NotSent = tries == 0 };
        }
        catch (TimeoutRejectedException e)
        {
            throw new UnavailableException($"{request.Method} {baseUrl.Host}: no answer within {pipeline.Limits.Timeout.TotalSeconds} s", e);
        }
        catch (Exception e) when (RepeatRules.IsMissing(e))
        {
            // Of several tries, that the last one found no connection says nothing of those before.
            throw new UnavailableException($"{request.Method} {baseUrl.Host}: {(e as HttpRequestException)?.HttpRequestError.ToString() ?? e.GetType().Name}", tries > 1 ? null : e);
        }

        Task<HttpResponseMessage> CountedAsync(HttpRequestMessage call, CancellationToken cancellation)
        {
            tries++;
            return ReadAsync(call, cancellation);
        }
    }

    /// <summary>With its body: an answer that breaks off in the middle is none.</summary>
    private async Task<HttpResponseMessage> ReadAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var answer = await base.SendAsync(request, cancellation);
        try
        {
            await answer.Content.LoadIntoBufferAsync(LongestAnswer, cancellation);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private void Require(Uri target)
    {
        if (target.Scheme != baseUrl.Scheme || target.Port != baseUrl.Port || !target.Host.Equals(baseUrl.Host, StringComparison.OrdinalIgnoreCase))
            throw new RejectedException($"{target.Scheme}://{target.Authority} is not the base URL {baseUrl.Scheme}://{baseUrl.Authority} this client was made for");
    }
}
