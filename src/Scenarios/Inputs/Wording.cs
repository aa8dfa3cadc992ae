namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Recurring pieces of messages.</summary>
public static class Wording
{
    /// <summary>A choice among names.</summary>
    public static Bilingual OneOf(IEnumerable<string> names)
    {
        string list = string.Join(", ", names);
        return new Bilingual($"uno de estos: {list}", $"one of {list}");
    }

    /// <summary>A comma inside a number.</summary>
    public static Bilingual Comma { get; } = new("coma en un número; escriba un punto decimal y ningún separador de miles", "comma in a number; write a decimal point and no thousands separator");

    /// <summary>Something that must be there.</summary>
    public static Bilingual Missing { get; } = new("falta", "missing");
}
