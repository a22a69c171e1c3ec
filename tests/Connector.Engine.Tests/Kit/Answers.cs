using Connector.Engine.Door;

namespace Connector.Engine.Tests.Kit;

/// <summary>What the door answered, asserted.</summary>
internal static class Answers
{
    public static void Done(Answer answer) => Assert.IsType<Answer.Done>(answer);

    public static void Nothing(Answer answer) => Assert.IsType<Answer.Nothing>(answer);

    public static void Refused(string rule, Answer answer) => Assert.Equal(rule, Assert.IsType<Answer.Refused>(answer).Rule);

    public static T Result<T>(Answer answer) => Assert.IsType<T>(Assert.IsType<Answer.Done>(answer).Result);
}
