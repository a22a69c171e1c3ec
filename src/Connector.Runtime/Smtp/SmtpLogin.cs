using System.Text;

namespace Connector.Runtime.Smtp;

/// <summary>AUTH PLAIN, else AUTH LOGIN; never where somebody could listen in.</summary>
internal static class SmtpLogin
{
    public static async Task LoginAsync(SmtpConnection connection, SmtpCapabilities capabilities, SmtpOptions options, CancellationToken cancellationToken)
    {
        if (!connection.IsPrivate) throw new SmtpAuthenticationException("No login: the connection to the mail server is not encrypted.");
        var (user, password) = (options.User!, options.Password ?? "");
        var reply = capabilities.CanLogin("PLAIN") ? await connection.CommandAsync("the login", $"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellationToken)
            : capabilities.CanLogin("LOGIN") ? await LoginInStepsAsync(connection, [user, password], cancellationToken)
            : throw new SmtpAuthenticationException("No login: the mail server offers neither PLAIN nor LOGIN.");
        if (reply.IsPositive) return;
        if (reply.IsPermanent) throw new SmtpAuthenticationException($"The mail server refused the login with {reply.Status}.", reply);
        throw SmtpDeliveryException.Of("the login", reply);
    }

    private static async Task<SmtpReply> LoginInStepsAsync(SmtpConnection connection, string[] answers, CancellationToken cancellationToken)
    {
        var reply = await connection.CommandAsync("the login", "AUTH LOGIN", cancellationToken);
        foreach (var answer in answers)
        {
            if (reply.Code != 334) return reply;
            reply = await connection.CommandAsync("the login", Base64(answer), cancellationToken);
        }
        return reply;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
