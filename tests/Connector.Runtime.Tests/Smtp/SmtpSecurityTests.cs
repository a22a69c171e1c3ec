using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Connector.Runtime.Smtp;

using static Connector.Runtime.Tests.Smtp.Conversation;

namespace Connector.Runtime.Tests.Smtp;

public sealed class SmtpSecurityTests
{
    private const string Offer = Hello + "S: 250-mx\nS: 250 STARTTLS\n";
    private const string Encrypted = Offer + "C: STARTTLS\nS: 220 go ahead\nTLS\nC: EHLO *\n";
    private const string Refusal = "C: MAIL FROM:*\nS: 250 Ok\nC: RCPT TO:*\nS: 550 no\nC: QUIT\nS: 221 Bye";

    private static readonly X509Certificate2 SelfSigned = MakeCertificate();

    [Fact]
    public async Task Send_StartTlsOffered_EncryptsAndAsksAgain()
    {
        await using var server = new ScriptedServer(Encrypted + "S: 250 mx\n" + Refusal, SelfSigned);
        await SendAsync(server, ToAnna, change: Trust);
    }

    [Fact]
    public async Task Send_ImplicitTls_EncryptsFromTheFirstByte()
    {
        await using var server = new ScriptedServer("TLS\n" + Plain + Refusal, SelfSigned);
        await SendAsync(server, ToAnna, change: o =>
        {
            Trust(o);
            o.Security = SmtpSecurity.Tls;
        });
    }

    [Fact]
    public async Task Send_CertificateNobodyVouchesFor_SendsNothing()
    {
        await using var server = new ScriptedServer(Encrypted + "HANG", SelfSigned);
        await FailsAsync<SmtpUnavailableException>(server);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_OtherThumbprintTrusted_SendsNothing()
    {
        await using var server = new ScriptedServer(Encrypted + "HANG", SelfSigned);
        await FailsAsync<SmtpUnavailableException>(server, o => o.TrustedCertificateThumbprints.Add(new string('A', 64)));
    }

    [Fact]
    public async Task Send_RequiredAndNotOffered_SendsNothing()
    {
        await using var server = new ScriptedServer(Plain + "HANG");
        await FailsAsync<SmtpUnavailableException>(server, o => o.Security = SmtpSecurity.StartTlsRequired);
        Assert.Single(server.Heard);
    }

    [Fact]
    public async Task Send_OfferedThenDenied_DoesNotGoOnInTheClear()
    {
        await using var server = new ScriptedServer(Offer + "C: STARTTLS\nS: 454 4.7.0 not now\nHANG");
        await FailsAsync<SmtpUnavailableException>(server);
    }

    [Fact]
    public async Task Send_SecurityNone_IgnoresTheOffer()
    {
        await using var server = new ScriptedServer(Offer + Refusal);
        await SendAsync(server, ToAnna, change: o => o.Security = SmtpSecurity.None);
    }

    [Fact]
    public async Task Send_WordsSlippedInBeforeEncryption_AreNotBelieved()
    {
        await using var server = new ScriptedServer(Offer + "C: STARTTLS\nRAW: 220 go\\r\\n250 injected\\r\\n\nHANG", SelfSigned);
        Assert.Contains("before encryption", (await FailsAsync<SmtpUnavailableException>(server, Trust)).Message);
    }

    [Fact]
    public async Task Send_LoginPlain_CarriesUserAndPassword()
    {
        await using var server = new ScriptedServer(Encrypted + "S: 250-mx\nS: 250 AUTH LOGIN PLAIN\nC: AUTH PLAIN AHVzZXIAcMOkc3M=\nS: 235 2.7.0 welcome\n" + Refusal, SelfSigned);
        await SendAsync(server, ToAnna, change: Login);
    }

    [Fact]
    public async Task Send_OnlyLoginOffered_AnswersStepByStep()
    {
        await using var server = new ScriptedServer(
            Encrypted + "S: 250-mx\nS: 250 AUTH=LOGIN\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: dXNlcg==\nS: 334 UGFzc3dvcmQ6\nC: cMOkc3M=\nS: 235 welcome\n" + Refusal, SelfSigned);
        await SendAsync(server, ToAnna, change: Login);
    }

    [Theory]
    [InlineData("S: 250-mx\nS: 250 AUTH PLAIN\nC: AUTH PLAIN *\nS: 535 5.7.8 bad credentials")]
    [InlineData("S: 250-mx\nS: 250 AUTH LOGIN\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: dXNlcg==\nS: 535 5.7.8 bad user")]
    [InlineData("S: 250-mx\nS: 250 AUTH CRAM-MD5")]
    [InlineData("S: 250 mx")]
    public async Task Send_NoLogin_NeedsAPerson(string hello)
    {
        await using var server = new ScriptedServer(Hello + hello);
        var failure = await FailsAsync<SmtpAuthenticationException>(server, Login);
        Assert.DoesNotContain("päss", failure.ToString());
    }

    [Fact]
    public async Task Send_LoginBusy_IsUnavailable()
    {
        await using var server = new ScriptedServer(Hello + "S: 250-mx\nS: 250 AUTH PLAIN\nC: AUTH PLAIN *\nS: 454 4.7.0 try later");
        await FailsAsync<SmtpUnavailableException>(server, Login);
    }

    [Fact]
    public async Task Send_LoginOverAnOpenNetworkInTheClear_IsNotTried()
    {
        if (OwnAddress() is not { } address)
        {
            Assert.Skip("no network address but loopback: give this machine one");
            return;
        }
        await using var server = new ScriptedServer(Hello + "S: 250-mx\nS: 250 AUTH PLAIN\nHANG", address: address);
        await FailsAsync<SmtpAuthenticationException>(server, Login);
        Assert.Single(server.Heard);
    }

    private static void Trust(SmtpOptions options) => options.TrustedCertificateThumbprints.Add(SelfSigned.GetCertHashString(HashAlgorithmName.SHA256));

    private static void Login(SmtpOptions options)
    {
        Trust(options);
        (options.User, options.Password) = ("user", "päss");
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mx.example.org", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static IPAddress? OwnAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(n => n.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
}
