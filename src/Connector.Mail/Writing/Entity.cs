using System.Buffers;
using System.Text;

namespace Connector.Mail.Writing;

/// <summary>A MIME part that can write itself: its header, a blank line, its body.</summary>
internal abstract class Entity
{
    public abstract void Write(IBufferWriter<byte> output);

    public static Entity Multipart(string subtype, string boundary, IReadOnlyList<Entity> parts, string parameters = "") =>
        new Container(subtype, boundary, parts, parameters);

    protected static void Line(IBufferWriter<byte> output, string line) => Encoding.UTF8.GetBytes(line + "\r\n", output);

    private sealed class Container(string subtype, string boundary, IReadOnlyList<Entity> parts, string parameters) : Entity
    {
        public override void Write(IBufferWriter<byte> output)
        {
            Line(output, $"Content-Type: multipart/{subtype}{parameters};\r\n boundary=\"{boundary}\"\r\n");
            foreach (var part in parts)
            {
                Line(output, $"--{boundary}");
                part.Write(output);
                Line(output, "");
            }
            Line(output, $"--{boundary}--");
        }
    }
}
