using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Host.Operations;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Admin;

/// <summary><c>/admin</c>: what the command line does.</summary>
internal static class AdminEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var operate = api.MapGroup("/admin").For(Roles.Operate).WithTags("Administration");
        var administer = api.MapGroup("/admin").For(Roles.Administer).WithTags("Administration");
        OutboxRoutes.Map(operate);
        QuarantineRoutes.Map(operate);
        StateRoutes.Map(operate, administer);
        InstanceRoutes.Map(operate, administer);
        SweepRoutes.Map(operate, administer);
        RuleRoutes.Map(operate);
        CodeRoutes.Map(operate, administer);
        KeyRoutes.Map(administer);
    }

    public static Operator OperatorOf(HttpContext http) =>
        new(http.RequestServices.GetRequiredService<ConnectorApp>(), Caller.Of(http.User).Actor, Correlation.Of(http)) { Once = Once.Of(http) };
}
