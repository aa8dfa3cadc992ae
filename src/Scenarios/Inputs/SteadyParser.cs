using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>A parser whose every failure is a fault of the text: some broken texts (an open bracket) make the library fail in ways of its own.</summary>
internal sealed class SteadyParser(IParser inner) : IParser
{
    /// <inheritdoc/>
    public ParsingEvent? Current => inner.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        YamlDotNet.Core.Mark reached = inner.Current?.End ?? new YamlDotNet.Core.Mark(0, 1, 1);
        try
        {
            return inner.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw new YamlException(reached, reached, "a bracket, brace or quote that is not closed, or a character out of place");
        }
    }
}
