namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Values for some inputs; all others keep their own. An input set to its own value is not set at all: nothing changes, to the bit.</summary>
public sealed class InputPoint
{
    private readonly Dictionary<UncertainInput, double> values = [];

    /// <summary>Every input at its own value.</summary>
    public static InputPoint Own { get; } = new([]);

    /// <summary>A point.</summary>
    public InputPoint(IEnumerable<(UncertainInput Input, double Value)> set)
    {
        foreach ((UncertainInput input, double value) in set)
            if (value != input.Value) values[input] = value;
    }

    /// <summary>The inputs that differ from their own value.</summary>
    public IReadOnlyDictionary<UncertainInput, double> Changed => values;

    /// <summary>The value of an input here.</summary>
    public double Of(UncertainInput input) => values.GetValueOrDefault(input, input.Value);

    /// <summary>This point with one more input set.</summary>
    public InputPoint With(UncertainInput input, double value) => new([.. values.Where(v => v.Key != input).Select(v => (v.Key, v.Value)), (input, value)]);

    /// <summary>What is set among the inputs that a model sees, as a text equal for equal settings.</summary>
    internal string Key(Func<UncertainInput, bool> seen) =>
        string.Join(";", values.Where(v => seen(v.Key)).OrderBy(v => v.Key.Id, StringComparer.Ordinal).Select(v => $"{v.Key.Id}={BitConverter.DoubleToInt64Bits(v.Value):x}"));
}
