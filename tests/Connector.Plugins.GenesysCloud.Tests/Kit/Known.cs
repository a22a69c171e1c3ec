namespace Connector.Plugins.GenesysCloud.Tests.Kit;

/// <summary>What the stubs know, by name.</summary>
internal static class Known
{
    public const string Conversation = "6a1f0c52-1c3e-4d0b-9a57-000000000001";
    public const string LostConversation = "6a1f0c52-1c3e-4d0b-9a57-0000000000ff";
    public const string Support = "11111111-1111-4111-8111-111111111111";
    public const string Billing = "22222222-2222-4222-8222-222222222222";
    public const string AnnId = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string BobId = "aaaaaaaa-0000-4000-8000-000000000002";
    public const string Ann = "ann@example.org";
    public const string Bob = "bob@example.org";
    public const string IssueResolved = "dddddddd-0000-4000-8000-000000000001";
    public const string TaskCreated = "dddddddd-0000-4000-8000-000000000002";
    public const string RefundPromised = "dddddddd-0000-4000-8000-000000000004";
    public const string TimeoutCode = "dddddddd-0000-4000-8000-000000000009";
}
